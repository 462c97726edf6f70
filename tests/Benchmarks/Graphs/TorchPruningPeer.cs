using System.Diagnostics;
using System.Globalization;

namespace Espalier.Benchmarks.Graphs;

/// <summary>Runs Torch-Pruning on the same models with Debian's Python, if it has it: its module may also be named by PYTHONPATH.</summary>
internal static class TorchPruningPeer
{
    /// <summary>Seconds by model: building the graph and finding all groups, and one pruning step at ratio 0.5.</summary>
    public static IReadOnlyDictionary<string, (double Graph, double Prune)> Run(IReadOnlyList<string> models)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Graphs", "peer.py");
        var results = new Dictionary<string, (double, double)>();
        using var process = Process.Start(new ProcessStartInfo("/usr/bin/python3", [script, .. models]) { RedirectStandardOutput = true, RedirectStandardError = true });
        if (process is null)
        {
            return results;
        }

        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (line.Split(' ') is [var name, var graph, var prune])
            {
                results[name] = (double.Parse(graph, CultureInfo.InvariantCulture), double.Parse(prune, CultureInfo.InvariantCulture));
            }
        }

        process.WaitForExit();
        return results;
    }
}
