using Espalier.Methods;
using static TorchSharp.torch;

namespace Espalier.Criteria;

/// <summary>A recipe's images as criteria see them.</summary>
public static class CalibrationData
{
    /// <summary>What a criterion is given: images of the training set and the cross entropy of their labels; null where it needs no data.</summary>
    /// <param name="context">The method that scores.</param>
    /// <param name="criterion">The criterion.</param>
    /// <param name="options">How many images.</param>
    /// <param name="cancellationToken">Stops making batches.</param>
    /// <exception cref="Runs.RunException">It needs data, and the recipe has none.</exception>
    public static ScoringData? For(
        MethodContext context, IImportanceCriterion criterion, CalibrationOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(criterion);
        ArgumentNullException.ThrowIfNull(options);
        return criterion.Needs == CriterionNeeds.None
            ? null
            : ScoringData.Of(Batches(context, options, cancellationToken), (result, labels) => nn.functional.cross_entropy(result, labels));
    }

    private static IEnumerable<ScoringBatch> Batches(MethodContext context, CalibrationOptions options, CancellationToken cancellationToken)
    {
        var data = context.RequireData();
        var images = Math.Min(options.Images, data.Train.Count);
        foreach (var batch in data.Calibration(images, context.Seed, options.Batch, cancellationToken))
        {
            using var placed = batch.To(context.Device);
            BatchGraphs.CheckImages(context.Model, placed.Images);
            yield return new ScoringBatch(placed.Images, placed.Labels);
        }
    }
}
