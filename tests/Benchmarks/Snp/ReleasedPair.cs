using Espalier.Counting;
using Espalier.Graphs;
using Espalier.Methods;
using Espalier.Models;
using Espalier.Plugins.Snp;
using Espalier.Plugins.Snp.Tests;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Benchmarks.Snp;

/// <summary>A DeiT with random weights and what SNP leaves of it by the ratios that were released.</summary>
internal sealed class ReleasedPair : IDisposable
{
    /// <summary>Widths follow from the ratios whatever the images: two are enough.</summary>
    private const int Images = 2;

    private readonly VisionTransformer dense;
    private readonly VisionTransformer pruned;

    public ReleasedPair(Released released)
    {
        manual_seed(1);
        // The dense model makes queries, keys and values in one layer, as DeiT does; after the cut they differ in width, so there they have layers of their own.
        dense = Make(released, AttentionKind.Fused);
        pruned = Make(released, AttentionKind.Split);
        var file = released.WriteRatios();
        try
        {
            using var data = NoiseImages.Of(Images);
            var context = new MethodContext(TracedModel.Trace(pruned, InputSpec.Of(1, 3, 224, 224))) { Data = data };
            new SnpMethod(new SnpOptions { RatioFile = file, Images = Images }).Run(context, default);
            (Before, After) = (ModelCounts.Of(TracedModel.Trace(dense, InputSpec.Of(1, 3, 224, 224))), ModelCounts.Of(context.Model));
        }
        finally
        {
            File.Delete(file);
        }
    }

    public nn.Module<Tensor, Tensor> Dense => dense;

    public nn.Module<Tensor, Tensor> Pruned => pruned;

    public ModelCounts Before { get; }

    public ModelCounts After { get; }

    public void Dispose()
    {
        dense.Dispose();
        pruned.Dispose();
    }

    private static VisionTransformer Make(Released released, AttentionKind attention)
    {
        var module = new VisionTransformer(width: released.Width, heads: released.Heads, attention: attention);
        module.eval();
        return module;
    }
}
