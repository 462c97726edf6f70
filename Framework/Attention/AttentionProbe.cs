using Espalier.Data;
using Espalier.Execution;
using Espalier.Graphs;

namespace Espalier.Attention;

/// <summary>A model whose attention can be looked at, one image at a time, so that what stands ahead of tokens is windows and heads alone.</summary>
internal sealed class AttentionProbe
{
    private AttentionProbe(TracedModel model, Graph graph, IReadOnlyList<AttentionSite> sites)
    {
        Sites = sites;
        Names = [.. NamesOf(sites)];
        Interpreter = new Interpreter(graph, model.Module);
    }

    /// <summary>Where the model attends, in its order.</summary>
    public IReadOnlyList<AttentionSite> Sites { get; }

    /// <summary>The path of each site's module, with a number where it attends more than once.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Runs the model on one image.</summary>
    public Interpreter Interpreter { get; }

    /// <summary>A model's probe; null where its only input is not an image of the data, or it does not attend.</summary>
    public static AttentionProbe? Of(TracedModel model, ModelData? data)
    {
        if (data is null || data.Test.Count == 0 || model.Inputs is not [{ Shape: [_, var channels, var height, var width] } input]
            || (channels, height, width) != (data.Test.Channels, data.Test.Height, data.Test.Width))
        {
            return null;
        }

        var graph = input.Shape[0] == 1
            ? model.Evaluation
            : TracedModel.Trace(model.Module, input with { Shape = [1, channels, height, width] }).Evaluation;
        var sites = AttentionFinder.Find(graph);
        return sites.Count == 0 ? null : new AttentionProbe(model, graph, sites);
    }

    /// <summary>How many windows of one image a turned tensor holds: the first of several leading dimensions. The others are heads.</summary>
    public static long Windows(TorchSharp.torch.Tensor turned) => turned.ndim > 3 ? turned.shape[0] : 1;

    private static IEnumerable<string> NamesOf(IReadOnlyList<AttentionSite> sites)
    {
        var met = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var scope in sites.Select(site => site.Scope))
        {
            var number = met[scope] = met.GetValueOrDefault(scope) + 1;
            yield return number == 1 ? scope : $"{scope} ({number})";
        }
    }
}
