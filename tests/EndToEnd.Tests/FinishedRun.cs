namespace Espalier.EndToEnd.Tests;

/// <summary>One run that several tests look at.</summary>
public sealed class FinishedRun : IDisposable
{
    /// <summary>Runs it.</summary>
    public FinishedRun()
    {
        using var run = Cli.Run(Place.Folder, "prune", Place.Prune(), "--output", "run", "--format", "json");
        (Output, Error, ExitCode) = (run.Output, run.Error, run.ExitCode);
    }

    /// <summary>The folder that it ran in.</summary>
    public Workplace Place { get; } = new();

    /// <summary>What it printed.</summary>
    public string Output { get; }

    /// <summary>What it said on the way.</summary>
    public string Error { get; }

    /// <summary>How it ended.</summary>
    public int ExitCode { get; }

    /// <summary>Its checkpoint.</summary>
    public string Checkpoint => Place.At("run", "model.safetensors");

    /// <inheritdoc/>
    public void Dispose() => Place.Dispose();
}
