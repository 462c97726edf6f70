using Espalier.Data;
using Espalier.Graphs;
using Espalier.Methods;
using Espalier.Plugins.Criteria;
using Espalier.Plugins.Snp;
using Espalier.Plugins.Tests.Runs;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Plugins.Head.Tests;

/// <summary>Images of noise as a recipe's data, and head pruning run on them.</summary>
internal static class Images
{
    public static ImageSet Set(int size, int count = 4)
    {
        using var generator = new Generator(11);
        return new(
            "noise", randint(0, 256, [count, 3, size, size], dtype: ScalarType.Byte, generator: generator), randint(0, 10, [count], dtype: ScalarType.Int64, generator: generator),
            [.. Enumerable.Range(0, 10).Select(i => $"{i}")], new Normalization([0.5, 0.5, 0.5], [0.25, 0.25, 0.25]));
    }

    public static ModelData Data(int size) => new(Set(size), null, Set(size), new DataSettings { Batch = 2 });

    /// <summary>Prunes a model that takes images of 16 x 16.</summary>
    public static (MethodContext Context, MethodResult Result) Prune(nn.Module module, HeadOptions options, bool hasData = true)
    {
        module.eval();
        using var data = hasData ? Data(16) : null;
        var context = Context(TracedModel.Trace(module, InputSpec.Of(1, 3, 16, 16)), data);
        return (context, new HeadMethod(options).Run(context, default));
    }

    public static MethodContext Context(TracedModel model, ModelData? data) => new(model)
    {
        Data = data,
        Parts = new Parts(("gate", new GateCriterion()), ("snp", new SnpHeadCriterion(new())), ("l2", new L2Criterion(new()))),
    };
}
