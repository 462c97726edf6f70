using System.Reflection;
using System.Runtime.InteropServices;
using Espalier.Checkpoints;
using Espalier.Reports;
using TorchSharp;

namespace Espalier.Runs;

/// <summary>Where a run ran and with what.</summary>
/// <param name="Espalier">The framework's version.</param>
/// <param name="Runtime">.NET's version.</param>
/// <param name="System">The operating system.</param>
/// <param name="Processor">The processor's architecture and how many there are.</param>
/// <param name="Torch">The assembly that torch is called through, with its version.</param>
/// <param name="Threads">How many threads compute. Results depend on it: sums are added up in another order with another number.</param>
/// <param name="Device">Where tensors lie.</param>
/// <param name="Plugins">The plugins that were loaded.</param>
/// <param name="Started">When each process of the run started, in UTC.</param>
public sealed record RunEnvironment(
    string Espalier, string Runtime, string System, string Processor, string Torch, int Threads, string Device, IReadOnlyList<PluginVersion> Plugins,
    IReadOnlyList<DateTimeOffset> Started)
{
    /// <summary>The framework's version.</summary>
    public static string FrameworkVersion { get; } =
        typeof(RunEnvironment).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>What this process is.</summary>
    public static RunEnvironment Now(int threads, string device, IReadOnlyList<PluginVersion> plugins, IEnumerable<DateTimeOffset> earlier, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        var torch = typeof(torch).Assembly.GetName();
        return new RunEnvironment(
            FrameworkVersion, RuntimeInformation.FrameworkDescription, RuntimeInformation.OSDescription,
            $"{RuntimeInformation.ProcessArchitecture}, {Environment.ProcessorCount} processors", $"{torch.Name} {torch.Version}", threads, device, plugins,
            [.. earlier, time.GetUtcNow()]);
    }

    /// <summary>The same for a report.</summary>
    public ReportEnvironment ToReport() => new(
        $"{Processor}, {System}", Environment.ProcessorCount, Threads,
        Plugins.Select(plugin => (plugin.Id, plugin.Version)).Append(("espalier", Espalier)).Append((".NET", Runtime)).Append(("torch", Torch))
            .ToDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal));
}
