namespace Espalier.Plugins;

/// <summary>How a generation of a plugin went.</summary>
/// <param name="Plugin">The plugin's id.</param>
/// <param name="Version">Its version.</param>
/// <param name="Generation">Which generation it was.</param>
/// <param name="Collected">Whether it is proven to be gone from memory.</param>
/// <param name="Collections">How many garbage collections that took, or were tried.</param>
/// <param name="Errors">What its clean-up threw.</param>
/// <param name="Suspects">If it is still there, what may hold it.</param>
public sealed record UnloadReport(
    string Plugin, string Version, int Generation, bool Collected, int Collections, IReadOnlyList<string> Errors, IReadOnlyList<string> Suspects)
{
    /// <inheritdoc/>
    public override string ToString() => Collected
        ? $"Plugin '{Plugin}' {Version} is unloaded."
        : $"Plugin '{Plugin}' {Version} was unloaded and is still in memory after {Collections} garbage collections. What may hold it: {string.Join("; ", Suspects)}.";
}
