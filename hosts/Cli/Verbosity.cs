namespace Espalier.Cli;

/// <summary>What is told on the way.</summary>
public enum Verbosity
{
    /// <summary>Errors and warnings.</summary>
    Quiet,

    /// <summary>Also what is being done.</summary>
    Normal,

    /// <summary>Everything.</summary>
    Detailed,
}
