using Espalier.Graphs;
using Espalier.Patterns;
using Espalier.Planning;

namespace Espalier.Plugins.Mask;

/// <summary>The weights that are masked, and the layers that cannot be.</summary>
/// <param name="Weights">The names of the weights in the <c>state_dict</c>, in the order of the model.</param>
/// <param name="Skipped">For each layer that stays dense against its will, why.</param>
internal sealed record MaskLayers(IReadOnlyList<string> Weights, IReadOnlyList<(string Layer, string Reason)> Skipped)
{
    /// <summary>What options select in a model.</summary>
    /// <exception cref="PlanException">A selector selects nothing, nothing is left to mask, or strictness is asked for and a layer cannot have the pattern.</exception>
    public static MaskLayers Of(TracedModel model, MaskOptions options, ISparsityPattern? pattern)
    {
        var selected = options.Layers.Count == 0 ? null : new LayerSelector(options.Layers).Select(model);
        var ignored = options.Ignore.Count == 0 ? null : new LayerSelector(options.Ignore).Select(model);
        var shapes = model.Graphs.SelectMany(graph => graph.Parameters).DistinctBy(value => value.Name).ToDictionary(value => value.Name, value => value.Shape);
        var weights = new List<string>();
        var skipped = new List<(string, string)>();
        foreach (var layer in ModelLayers.Of(model).Where(layer => layer.Weight is not null))
        {
            var weight = layer.Weight!;
            if (!(selected?.Parameters.Contains(weight) ?? layer.Kind != LayerKind.Embedding) || ignored?.Parameters.Contains(weight) == true)
            {
                continue;
            }

            if (pattern?.Obstacle(shapes[weight]) is { } reason)
            {
                skipped.Add((layer.Path, reason));
            }
            else
            {
                weights.Add(weight);
            }
        }

        if (options.Strict && skipped is [var (path, cause), ..])
        {
            throw new PlanException($"Layer '{path}' cannot have the pattern {pattern!.Name}: {cause} Put it under 'ignore', or leave out 'strict'.");
        }

        return weights.Count > 0 ? new MaskLayers(weights, skipped) : throw new PlanException(
            $"There is no weight to mask in {model.Module.GetType().Name}"
            + (skipped is [var first, ..] ? $": {first.Item2} So it is with all {skipped.Count} layers." : ". Select linear layers or convolutions, and ignore fewer."));
    }
}
