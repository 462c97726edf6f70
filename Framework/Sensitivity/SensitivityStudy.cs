using Espalier.Counting;
using Espalier.Criteria;
using Espalier.Data;
using Espalier.Graphs;
using Espalier.Methods;
using Espalier.Planning;
using Espalier.Structures;
using Espalier.Surgery;
using Espalier.Training;
using static TorchSharp.torch;

namespace Espalier.Sensitivity;

/// <summary>Cuts each group alone at several ratios and measures what is left of the accuracy; the model is whole again after each (Li et al. 2017, section 3.2).</summary>
/// <param name="model">The model.</param>
/// <param name="data">Its data.</param>
/// <param name="criterion">What decides which units go.</param>
/// <param name="device">Where the model lies.</param>
public sealed class SensitivityStudy(TracedModel model, ModelData data, IImportanceCriterion criterion, Device device)
{
    /// <summary>The parts that go.</summary>
    public IReadOnlyList<double> Ratios { get; init; } = [0.1, 0.25, 0.5, 0.75];

    /// <summary>The images that it is measured on; null for those set aside for choices, or else the test images.</summary>
    public ImageSet? Images { get; init; }

    /// <summary>How many images a criterion sees that needs data.</summary>
    public int CalibrationImages { get; init; } = 256;

    /// <summary>What the choice of these images comes from.</summary>
    public long Seed { get; init; }

    /// <summary>Measures.</summary>
    /// <param name="known">Points that are known already, and left out.</param>
    /// <param name="progress">Hears how far it is; may be null.</param>
    /// <param name="cancellationToken">Stops between points.</param>
    /// <returns>The points as they are measured, group by group; those that relations between widths forbid are left out.</returns>
    public IEnumerable<SensitivityPoint> Run(
        IReadOnlyCollection<(string Group, double Ratio)> known, IProgress<MethodProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(known);
        return Points([.. known], progress, cancellationToken);
    }

    private IEnumerable<SensitivityPoint> Points(
        HashSet<(string Group, double Ratio)> known, IProgress<MethodProgress>? progress, CancellationToken cancellationToken)
    {
        var structure = ModelStructure.Find(model.Graphs);
        IStructureGroup[] groups = [.. structure.Groups.Where(group => group.Granularity != StructureGranularity.Block)];
        var scores = new ScoringSession(model, structure, ScoringInput(cancellationToken)).Score(criterion, groups, cancellationToken);
        var planner = new PruningPlanner(model, structure);
        var (done, total) = (0L, (long)groups.Length * Ratios.Count);
        foreach (var group in groups)
        {
            foreach (var ratio in Ratios)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (!known.Contains((group.Name, ratio)) && Measure(planner, group, ratio, scores[group], cancellationToken) is { } point)
                {
                    yield return point;
                }

                progress?.Report(new MethodProgress($"sensitivity, {groups.Length} groups", ++done, total));
            }
        }
    }

    private SensitivityPoint? Measure(
        PruningPlanner planner, IStructureGroup group, double ratio, IReadOnlyList<double> scores, CancellationToken cancellationToken)
    {
        var kept = new WidthOptions().Keep(group, ratio);
        PruningPlan plan;
        try
        {
            plan = planner.PlanWidths(new Dictionary<IStructureGroup, int> { [group] = kept }, _ => scores, $"{group.Name}, ratio {ratio}");
        }
        catch (PlanException)
        {
            // Relations between widths do not let this group be cut alone.
            return null;
        }

        using var applied = Surgeon.Apply(model, plan);
        try
        {
            var images = Images ?? data.Validation ?? data.Test;
            var result = new Evaluator(data, device).Evaluate(applied.Model, images, cancellationToken: cancellationToken);
            var counts = ModelCounts.Of(applied.Model);
            return new SensitivityPoint(group.Name, ratio, kept, group.Count, result.AccuracyPercent, result.Loss, counts.Macs, counts.Parameters);
        }
        finally
        {
            applied.Undo();
        }
    }

    private ScoringData? ScoringInput(CancellationToken cancellationToken) => criterion.Needs == CriterionNeeds.None
        ? null
        : ScoringData.Of(
            data.Calibration(Math.Min(CalibrationImages, data.Train.Count), Seed, cancellation: cancellationToken)
                .Select(batch => batch.To(device)).Select(batch => new ScoringBatch([batch.Images], [batch.Labels])),
            (logits, labels) => nn.functional.cross_entropy(logits, labels));
}
