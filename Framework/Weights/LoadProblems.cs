namespace Espalier.Weights;

/// <summary>Gathers all that keeps a file from being loaded, for one message.</summary>
internal sealed class LoadProblems
{
    private const int MostListed = 10;

    private readonly List<(string Kind, List<string> Lines)> kinds = [];

    public bool Any => kinds.Count > 0;

    public void Add(string kind, IEnumerable<string> lines)
    {
        if (lines.ToList() is { Count: > 0 } list)
        {
            kinds.Add((kind, list));
        }
    }

    /// <summary>All problems: up to ten lines of each kind, then how many more there are.</summary>
    public string Text() => string.Concat(kinds.Select(kind =>
        $"\n{kind.Lines.Count} {kind.Kind}:" +
        string.Concat(kind.Lines.Take(MostListed).Select(line => $"\n  {line}")) +
        (kind.Lines.Count > MostListed ? $"\n  and {kind.Lines.Count - MostListed} more" : "")));
}
