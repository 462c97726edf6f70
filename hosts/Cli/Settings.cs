namespace Espalier.Cli;

/// <summary>What the options of all commands say.</summary>
/// <param name="Changes">Changes of the recipe, as <c>path=value</c>.</param>
/// <param name="Output">Where files go; null for the command's own choice.</param>
/// <param name="Resume">Whether to go on with what was stopped.</param>
/// <param name="Format">How results are printed.</param>
/// <param name="Verbosity">What is told on the way.</param>
/// <param name="Plugins">Folders of plugins, before the usual ones.</param>
internal sealed record Settings(
    IReadOnlyList<string> Changes, string? Output, bool Resume, OutputFormat Format, Verbosity Verbosity, IReadOnlyList<string> Plugins);
