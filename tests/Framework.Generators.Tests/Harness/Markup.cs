using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Espalier.Framework.Generators.Tests.Harness;

/// <summary>Source in which the expected diagnostics are marked: <c>{|ESP0001:Net|}</c>.</summary>
internal sealed class Markup
{
    private Markup(string source, IReadOnlyList<(string Id, TextSpan Span)> expected)
    {
        Source = source;
        Expected = expected;
    }

    /// <summary>The source without marks.</summary>
    public string Source { get; }

    /// <summary>The diagnostics and their places.</summary>
    public IReadOnlyList<(string Id, TextSpan Span)> Expected { get; }

    public static Markup Parse(string marked)
    {
        var source = new StringBuilder();
        var expected = new List<(string, TextSpan)>();
        var open = new Stack<(string Id, int Start)>();
        for (var i = 0; i < marked.Length; i++)
        {
            if (marked[i] == '{' && i + 1 < marked.Length && marked[i + 1] == '|')
            {
                var colon = marked.IndexOf(':', i);
                open.Push((marked.Substring(i + 2, colon - i - 2), source.Length));
                i = colon;
            }
            else if (marked[i] == '|' && i + 1 < marked.Length && marked[i + 1] == '}' && open.Count > 0)
            {
                var (id, start) = open.Pop();
                expected.Add((id, TextSpan.FromBounds(start, source.Length)));
                i++;
            }
            else
            {
                source.Append(marked[i]);
            }
        }

        return new Markup(source.ToString(), expected);
    }

    /// <summary>Asserts that exactly the marked diagnostics were reported.</summary>
    public void AssertReported(ImmutableArray<Diagnostic> diagnostics)
    {
        static string Show(string id, TextSpan span, string source) => $"{id} at '{source.Substring(span.Start, span.Length)}' ({span.Start})";
        var wanted = Expected.Select(e => Show(e.Id, e.Span, Source)).Order(StringComparer.Ordinal);
        var found = diagnostics.Select(d => Show(d.Id, d.Location.SourceSpan, Source)).Order(StringComparer.Ordinal);
        Assert.Equal(wanted, found);
    }
}
