using Espalier.Counting;
using Espalier.Graphs;
using Espalier.Methods;
using Espalier.Reports;
using Espalier.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Runs;

/// <summary>What a model costs and can do at one moment.</summary>
public static class StageFigures
{
    /// <summary>Counts a model.</summary>
    /// <param name="name">The moment: <c>dense</c>, <c>1 channel</c>.</param>
    /// <param name="model">The model.</param>
    /// <param name="masks">The masks that its weights are held to.</param>
    /// <param name="evaluation">What evaluation measured; null where there are no data.</param>
    public static ReportStage Of(string name, TracedModel model, WeightMasks masks, Evaluation? evaluation)
    {
        ArgumentNullException.ThrowIfNull(masks);
        var counts = ModelCounts.Of(model);
        return new ReportStage(name, counts.Parameters, counts.Macs, counts.ParameterBytes)
        {
            NonZeroParameters = masks.IsEmpty ? null : counts.Parameters - masks.Masks.Values.Sum(Zeros),
            AccuracyPercent = evaluation?.AccuracyPercent,
            Loss = evaluation?.Loss,
        };
    }

    private static long Zeros(Tensor mask)
    {
        using var scope = NewDisposeScope();
        return mask.numel() - mask.sum().item<long>();
    }
}
