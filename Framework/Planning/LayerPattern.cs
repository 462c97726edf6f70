using System.Text.RegularExpressions;

namespace Espalier.Planning;

/// <summary>One pattern of a <see cref="LayerSelector"/>.</summary>
internal sealed class LayerPattern
{
    private static readonly Dictionary<string, LayerKind[]> Kinds = new(StringComparer.Ordinal)
    {
        ["@linear"] = [LayerKind.Linear],
        ["@conv"] = [LayerKind.Convolution, LayerKind.Depthwise],
        ["@depthwise"] = [LayerKind.Depthwise],
        ["@norm"] = [LayerKind.Norm],
        ["@embedding"] = [LayerKind.Embedding],
    };

    private readonly Regex? names;
    private readonly LayerKind[] kinds = [];

    /// <exception cref="PlanException">It is empty, or names a kind that there is not.</exception>
    public LayerPattern(string text)
    {
        Text = text.Trim();
        Removes = Text.StartsWith('!');
        var name = Removes ? Text[1..] : Text;
        if (name.StartsWith('@'))
        {
            kinds = Kinds.TryGetValue(name, out var known)
                ? known
                : throw new PlanException($"'{name}' is no kind of layer." + Recipes.CloseNames.Hint(name, Kinds.Keys));
        }
        else if (name.Length == 0)
        {
            throw new PlanException("A selector is empty. Write a name such as blocks.*.mlp.fc1, or a kind such as @conv.");
        }
        else
        {
            names = Glob(name);
        }
    }

    public string Text { get; }

    /// <summary>Whether it takes away what those before it selected.</summary>
    public bool Removes { get; }

    /// <summary>Whether it means no particular name: nothing of that kind is no slip of the pen.</summary>
    public bool IsKind => names is null;

    /// <summary>Whether it is this name.</summary>
    public bool IsMatch(string name) => names?.IsMatch(name) ?? false;

    /// <summary>Whether a structure group is meant: by its name, or by that of a module that its name lies in.</summary>
    public bool IsGroup(string group) => IsMatch(group) || IsMatch(group.Split('#')[0]) || ModelLayers.Above(group).Any(IsMatch);

    /// <summary>The parameters of the layer that are meant: all of them where it, or a module that it lies in, is.</summary>
    public IEnumerable<string> Parameters(ModelLayer layer) =>
        kinds.Contains(layer.Kind) || IsMatch(layer.Path) || ModelLayers.Above(layer.Path).Any(IsMatch)
            ? layer.Parameters
            : layer.Parameters.Where(IsMatch);

    private static Regex Glob(string pattern) => new(
        "^" + Regex.Escape(pattern)
            .Replace(@"\*\*", ".*", StringComparison.Ordinal).Replace(@"\*", "[^.]*", StringComparison.Ordinal).Replace(@"\?", "[^.]", StringComparison.Ordinal) + "$",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
}
