using Espalier.Graphs;
using Espalier.Recipes;

namespace Espalier.Planning;

/// <summary>
/// Selects layers by names and kinds. A name is a module's (it selects all layers within), a parameter's or a structure group's; <c>*</c> and <c>?</c> stand
/// for letters within one part of a path (<c>blocks.*.mlp.fc1</c>, <c>stage?.conv*</c>), <c>**</c> also for dots. Kinds are <c>@linear</c>, <c>@conv</c>,
/// <c>@depthwise</c>, <c>@norm</c>, <c>@embedding</c>. What begins with <c>!</c> takes away what those before it selected.
/// </summary>
public sealed class LayerSelector
{
    private readonly LayerPattern[] patterns;

    /// <summary>A selector of all that the patterns select, in their order.</summary>
    /// <exception cref="PlanException">A pattern is empty, names an unknown kind, or the first of them takes away.</exception>
    public LayerSelector(params IEnumerable<string> patterns)
    {
        ArgumentNullException.ThrowIfNull(patterns);
        this.patterns = [.. patterns.Select(text => new LayerPattern(text))];
        if (this.patterns is [{ Removes: true } first, ..])
        {
            throw new PlanException($"The selector '{first.Text}' takes away where nothing is selected yet. Write '**' before it to begin with all layers.");
        }
    }

    /// <summary>What it selects in a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="groupNames">The names of its structure groups, where they may be selected by them; null: layers alone.</param>
    /// <exception cref="PlanException">A pattern selects nothing; the message lists names that are close.</exception>
    public LayerSelection Select(TracedModel model, IReadOnlyCollection<string>? groupNames = null)
    {
        var layers = ModelLayers.Of(model);
        var parameters = new HashSet<string>(StringComparer.Ordinal);
        var groups = new HashSet<string>(StringComparer.Ordinal);
        foreach (var pattern in patterns)
        {
            string[] found = [.. layers.SelectMany(pattern.Parameters)];
            string[] named = [.. groupNames?.Where(pattern.IsGroup) ?? []];
            if (found.Length + named.Length == 0)
            {
                throw Nothing(pattern, model, layers, groupNames ?? []);
            }

            if (pattern.Removes)
            {
                parameters.ExceptWith(found);
                groups.ExceptWith(named);
            }
            else
            {
                parameters.UnionWith(found);
                groups.UnionWith(named);
            }
        }

        return new LayerSelection([.. layers.Where(layer => layer.Parameters.Any(parameters.Contains))], parameters, groups);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", patterns.Select(pattern => pattern.Text));

    private static PlanException Nothing(LayerPattern pattern, TracedModel model, IReadOnlyList<ModelLayer> layers, IReadOnlyCollection<string> groupNames)
    {
        var name = pattern.Text.TrimStart('!');
        if (pattern.IsKind)
        {
            var kinds = layers.Select(layer => layer.Kind).Distinct().Order().Select(kind => kind.ToString().ToLowerInvariant());
            return new PlanException($"The selector '{pattern.Text}' selects nothing in {model.Module.GetType().Name}. Its layers are: {string.Join(", ", kinds)}.");
        }

        string[] names = [.. layers.Select(layer => layer.Path), .. layers.SelectMany(layer => layer.Parameters), .. groupNames];
        var close = names.Concat(layers.SelectMany(layer => ModelLayers.Above(layer.Path))).Distinct(StringComparer.Ordinal).ToList();
        var guesses = new List<string>();
        while (guesses.Count < 3 && CloseNames.Find(name, close) is { } guess)
        {
            guesses.Add(guess);
            close.Remove(guess);
        }

        return new PlanException(
            $"The selector '{pattern.Text}' selects nothing in {model.Module.GetType().Name}. "
            + (guesses.Count > 0 ? $"Close to it are {string.Join(", ", guesses)}." : $"Its layers are {string.Join(", ", layers.Take(12))}{(layers.Count > 12 ? ", ..." : "")}."));
    }
}
