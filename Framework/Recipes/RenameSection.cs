using System.Text.RegularExpressions;
using Espalier.Plugins;
using Espalier.Weights;

namespace Espalier.Recipes;

/// <summary>One rule that turns a file's names into the model's: exactly one of three kinds.</summary>
[PluginOptions]
public sealed record RenameSection : IValidatedOptions
{
    /// <summary>A prefix that is taken off the names that have it, such as "module.".</summary>
    public string? StripPrefix { get; init; }

    /// <summary>A prefix that is put before every name.</summary>
    public string? AddPrefix { get; init; }

    /// <summary>A regular expression; what it matches is replaced with "with".</summary>
    public string? Replace { get; init; }

    /// <summary>What stands in place of a match; $1 is the first group.</summary>
    public string With { get; init; } = "";

    /// <summary>The rule.</summary>
    public NameRule ToRule() => this switch
    {
        { StripPrefix: { } prefix } => new NameRule.StripPrefix(prefix),
        { AddPrefix: { } prefix } => new NameRule.AddPrefix(prefix),
        _ => new NameRule.Replace(Replace ?? "", With),
    };

    /// <inheritdoc/>
    public IEnumerable<OptionProblem> Problems()
    {
        if (new[] { StripPrefix, AddPrefix, Replace }.Count(kind => kind is not null) != 1)
        {
            yield return new OptionProblem("", "A rule has one of 'strip-prefix', 'add-prefix' and 'replace'.");
        }
        else if (Replace is null && With.Length > 0)
        {
            yield return new OptionProblem(nameof(With), "'with' belongs to 'replace'.");
        }
        else if (Replace is not null && Mistake(Replace) is { } mistake)
        {
            yield return new OptionProblem(nameof(Replace), $"This is no regular expression: {mistake}");
        }
    }

    private static string? Mistake(string pattern)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.CultureInvariant);
            return null;
        }
        catch (ArgumentException error)
        {
            return error.Message;
        }
    }
}
