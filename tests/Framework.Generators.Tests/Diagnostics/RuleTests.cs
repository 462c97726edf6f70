using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Espalier.Framework.Generators.Tests.Harness;
using Espalier.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Espalier.Framework.Generators.Tests.Diagnostics;

/// <summary>The table of rules, the release files and the documentation say the same.</summary>
public partial class RuleTests
{
    public static TheoryData<string> Ids => [.. Rules.All.Select(rule => rule.Id)];

    [Fact]
    public void Rules_are_numbered_without_gaps() =>
        Assert.Equal(Enumerable.Range(1, Rules.All.Count).Select(i => $"ESP{i:0000}"), Rules.All.Select(rule => rule.Id));

    [Fact]
    public void Release_files_list_the_rules()
    {
        var listed = new[] { "AnalyzerReleases.Shipped.md", "AnalyzerReleases.Unshipped.md" }
            .SelectMany(file => File.ReadLines(Path.Combine(Root(), "Framework.Generators", file)))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells[0].StartsWith("ESP", StringComparison.Ordinal))
            .Select(cells => (cells[0], cells[1], cells[2], cells[3]));
        Assert.Equal(Rules.All.Select(rule => (rule.Id, rule.Category, rule.DefaultSeverity.ToString(), rule.Title.ToString())), listed);
    }

    [Fact]
    public void Documentation_has_a_section_for_each_rule()
    {
        var sections = Heading().Matches(Documentation()).Select(match => (match.Groups[1].Value, match.Groups[2].Value.Trim()));
        Assert.Equal(Rules.All.Select(rule => (rule.Id, rule.Title.ToString())), sections);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Section_says_cause_example_and_way_out(string id)
    {
        var section = Documentation().Split("## ").Single(text => text.StartsWith(id, StringComparison.Ordinal));
        Assert.Contains("**Severity:** " + Rules.All.Single(rule => rule.Id == id).DefaultSeverity, section, StringComparison.Ordinal);
        Assert.Contains("**Cause.**", section, StringComparison.Ordinal);
        Assert.Contains("**Way out.**", section, StringComparison.Ordinal);
        Assert.Contains("```csharp", section, StringComparison.Ordinal);
        Assert.Contains($"<a id=\"{id.ToLowerInvariant()}\"></a>", Documentation(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rule_has_texts_and_a_help_link(string id)
    {
        var rule = Rules.All.Single(r => r.Id == id);
        Assert.EndsWith("docs/diagnostics.md#" + id.ToLowerInvariant(), rule.HelpLinkUri, StringComparison.Ordinal);
        Assert.NotEmpty(rule.Description.ToString());
        Assert.True(rule.IsEnabledByDefault);
        Assert.DoesNotContain(WellKnownDiagnosticTags.NotConfigurable, rule.CustomTags);
    }

    private static string Documentation() => File.ReadAllText(Path.Combine(Root(), "docs", "diagnostics.md"));

    private static string Root([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));

    [GeneratedRegex("^## (ESP[0-9]{4}): (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
