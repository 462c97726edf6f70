using System.CommandLine;
using Microsoft.Extensions.Logging;

namespace Espalier.Cli;

/// <summary>The options that all commands have.</summary>
internal sealed class GlobalOptions
{
    /// <summary>Changes of the recipe.</summary>
    public Option<string[]> Set { get; } = new("--set")
    {
        Description = "Changes the recipe: --set steps[0].channel.ratio=0.3. May be given several times.",
        HelpName = "path=value",
        Recursive = true,
    };

    /// <summary>The recipe's seed.</summary>
    public Option<long?> Seed { get; } = new("--seed") { Description = "What all random choices come from, in place of the recipe's.", Recursive = true };

    /// <summary>The recipe's threads.</summary>
    public Option<int?> Threads { get; } = new("--threads")
    {
        Description = "How many threads compute, in place of the recipe's. Results depend on it in their last digits.",
        Recursive = true,
    };

    /// <summary>Where files go.</summary>
    public Option<string?> Output { get; } = new("--output", "-o") { Description = "The folder for what is written; by default runs/NAME.", HelpName = "folder", Recursive = true };

    /// <summary>Whether to go on.</summary>
    public Option<bool> Resume { get; } = new("--resume") { Description = "Goes on with what was stopped, to the same result.", Recursive = true };

    /// <summary>How results are printed.</summary>
    public Option<OutputFormat> Format { get; } = new("--format")
    {
        Description = "How results are printed: text or json.",
        DefaultValueFactory = _ => OutputFormat.Text,
        Recursive = true,
    };

    /// <summary>Which messages are shown.</summary>
    public Option<Verbosity> Verbosity { get; } = new("--verbosity", "-v")
    {
        Description = "What is told on the way: quiet, normal or detailed.",
        DefaultValueFactory = _ => Cli.Verbosity.Normal,
        Recursive = true,
    };

    /// <summary>Where plugins are.</summary>
    public Option<string[]> Plugins { get; } = new("--plugins")
    {
        Description = "A folder of plugins, before the usual ones. May be given several times.",
        HelpName = "folder",
        Recursive = true,
    };

    /// <summary>All of them.</summary>
    public IEnumerable<Option> All => [Set, Seed, Threads, Output, Resume, Format, Verbosity, Plugins];

    /// <summary>What was given.</summary>
    public Settings Read(ParseResult result) => new(
        Changes(result), result.GetValue(Output), result.GetValue(Resume), result.GetValue(Format), result.GetValue(Verbosity), result.GetValue(Plugins) ?? []);

    // Seed and threads are parts of the recipe: so they are recorded, and compared on a resume, as such.
    private string[] Changes(ParseResult result) =>
    [
        .. result.GetValue(Set) ?? [],
        .. result.GetValue(Seed) is { } seed ? [FormattableString.Invariant($"seed={seed}")] : Array.Empty<string>(),
        .. result.GetValue(Threads) is { } threads ? [FormattableString.Invariant($"threads={threads}")] : Array.Empty<string>(),
    ];
}
