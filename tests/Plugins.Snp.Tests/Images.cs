using Espalier.Data;
using Espalier.Graphs;
using Espalier.Methods;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Plugins.Snp.Tests;

/// <summary>Images of noise as a recipe's data, and methods run on them.</summary>
internal static class Images
{
    public static ModelData Data(int size, int count = 4, double scale = 1)
    {
        manual_seed(11);
        ImageSet Set() => new(
            "noise", randint(256, [count, 3, size, size], dtype: ScalarType.Byte), randint(10, [count], dtype: ScalarType.Int64),
            [.. Enumerable.Range(0, 10).Select(i => $"{i}")], new Normalization([0.5, 0.5, 0.5], [0.25 / scale, 0.25 / scale, 0.25 / scale]));
        return new ModelData(Set(), null, Set(), new DataSettings { Batch = 2 });
    }

    /// <summary>Prunes a model that takes images.</summary>
    public static (MethodContext Context, MethodResult Result) Prune(
        nn.Module module, int size, SnpOptions options, ModelData? data = null, IPlanTimer? timer = null, IStepState? state = null)
    {
        module.eval();
        using var own = data ?? Data(size);
        var context = new MethodContext(TracedModel.Trace(module, InputSpec.Of(1, 3, size, size)))
        {
            Data = own,
            Timer = timer,
            State = state ?? NoState.Instance,
        };
        return (context, new SnpMethod(options).Run(context, default));
    }
}
