using Microsoft.Extensions.Logging;

namespace Espalier.Plugins.Snp;

/// <summary>What a run tells the user.</summary>
internal static partial class SnpLog
{
    [LoggerMessage(LogLevel.Warning, "'{Group}' keeps {Kept} neurons per head where {Asked} were asked for: what it hangs together with must stay as wide.")]
    public static partial void Narrower(this ILogger log, string group, int kept, int asked);

    [LoggerMessage(LogLevel.Information, "{Macs} MACs take {After:0.###} ms beside {Before:0.###} ms ({Part:0.#} %).")]
    public static partial void Timed(this ILogger log, long macs, double after, double before, double part);

    [LoggerMessage(LogLevel.Information, "{Sites} attention layers: {MacsBefore} -> {MacsAfter} MACs, {ParametersBefore} -> {ParametersAfter} parameters.")]
    public static partial void Done(this ILogger log, int sites, long macsBefore, long macsAfter, long parametersBefore, long parametersAfter);
}
