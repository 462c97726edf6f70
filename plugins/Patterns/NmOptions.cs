namespace Espalier.Plugins.Patterns;

/// <summary>Options of the N:M pattern.</summary>
[PluginOptions]
public sealed record NmOptions
{
    /// <summary>How many weights of a group stay.</summary>
    [Option(Min = 1)]
    public int N { get; init; } = 2;

    /// <summary>How many weights make a group.</summary>
    [Option(Min = 1)]
    public int M { get; init; } = 4;
}
