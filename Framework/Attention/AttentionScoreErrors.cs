using Espalier.Data;
using Espalier.Graphs;
using Espalier.Planning;
using Espalier.Structures;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Attention;

/// <summary>
/// Compares the attention scores Q K^T of a model, before softmax and masks, with those of the model that it was made from. All that was changed between the
/// two counts, in the layer itself and in those before it.
/// </summary>
public static class AttentionScoreErrors
{
    /// <summary>The most test images that are looked at, the first of them.</summary>
    public const int Images = 32;

    /// <summary>The errors of each layer, in the dense model's order.</summary>
    /// <param name="dense">The model before it was cut.</param>
    /// <param name="pruned">The model as it is now, on the same device.</param>
    /// <param name="plan">What was cut in between; null where nothing was.</param>
    /// <param name="data">The images; null where there are none.</param>
    /// <param name="device">Where the models lie.</param>
    /// <param name="cancellationToken">Stops between images.</param>
    /// <returns>Empty where the dense model does not attend or the images do not fit it. Layers whose heads cannot be told apart after the cut are left out.</returns>
    public static IReadOnlyList<AttentionScoreError> Of(
        TracedModel dense, TracedModel pruned, PruningPlan? plan, ModelData? data, Device device, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dense);
        ArgumentNullException.ThrowIfNull(pruned);
        if (data is null || AttentionProbe.Of(dense, data) is not { } former)
        {
            return [];
        }

        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        var layers = Layers(former, pruned, plan, dense, data);
        var count = Math.Min(Images, data.Test.Count);
        using var samples = data.Test.Subset([.. Enumerable.Range(0, (int)count).Select(image => (long)image)]);
        var pixels = (data.Settings.Normalization ?? samples.Normalization).Apply(samples.Images).to(device);
        for (var image = 0; image < count; image++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var inner = NewDisposeScope();
            var one = pixels.narrow(0, image, 1);
            former.Interpreter.Run(one);
            layers.Probe?.Interpreter.Run(one);
            layers.Errors.ForEach(layer => layer.Next());
        }

        return [.. layers.Errors.Select(layer => layer.Result()).OfType<AttentionScoreError>()];
    }

    private static (List<LayerScores> Errors, AttentionProbe? Probe) Layers(
        AttentionProbe former, TracedModel pruned, PruningPlan? plan, TracedModel dense, ModelData data)
    {
        var probe = AttentionProbe.Of(pruned, data);
        var sites = probe is null ? [] : probe.Names.Zip(probe.Sites).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
        var kept = plan is null ? null : new KeptHeads(ModelStructure.Find(dense.Graphs), plan);
        var layers = former.Names.Zip(former.Sites).Select(pair =>
        {
            var layer = new LayerScores(pair.First, heads => kept?.Of(pair.Second, heads));
            layer.Observe(former.Interpreter, pair.Second, isDense: true);
            if (sites.TryGetValue(pair.First, out var site))
            {
                layer.Observe(probe!.Interpreter, site, isDense: false);
            }

            return layer;
        });
        return ([.. layers], probe);
    }
}
