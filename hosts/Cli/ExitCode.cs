namespace Espalier.Cli;

/// <summary>How the program ends. These numbers stay as they are.</summary>
public enum ExitCode
{
    /// <summary>All went well.</summary>
    Done = 0,

    /// <summary>A mistake in the program itself.</summary>
    Internal = 1,

    /// <summary>The command line or the recipe is wrong, or the run's folder cannot be used.</summary>
    Usage = 2,

    /// <summary>A model, weights, data or a plugin cannot be used, or a plugin's code fails.</summary>
    Input = 3,

    /// <summary>A budget or plan cannot be kept.</summary>
    Plan = 4,

    /// <summary>Stopped by the user; what was done is saved where the command can be resumed.</summary>
    Stopped = 5,
}
