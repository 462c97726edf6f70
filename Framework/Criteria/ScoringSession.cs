using Espalier.Graphs;
using Espalier.Structures;
using static TorchSharp.torch;

namespace Espalier.Criteria;

/// <summary>
/// Asks criteria for scores, and collects what they need of the data on the way. The model is only read: its mode, its gradients and whether its parameters
/// are frozen stay as they are. It is seen as in evaluation: norms use their running statistics, nothing is dropped.
/// </summary>
/// <param name="model">The traced model.</param>
/// <param name="structure">Its structure.</param>
/// <param name="data">What criteria that need data are given; null if there are none.</param>
public sealed class ScoringSession(TracedModel model, ModelStructure structure, ScoringData? data = null)
{
    /// <summary>Scores the units of groups. What the data are needed for is done once for all groups.</summary>
    /// <param name="criterion">The criterion.</param>
    /// <param name="groups">The groups; null: all.</param>
    /// <param name="cancellationToken">Stops between batches.</param>
    /// <returns>For each group one finite score per unit.</returns>
    /// <exception cref="CriterionException">A group cannot be scored, or the data are not what the criterion needs.</exception>
    public IReadOnlyDictionary<IStructureGroup, IReadOnlyList<double>> Score(
        IImportanceCriterion criterion, IReadOnlyList<IStructureGroup>? groups = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(criterion);
        groups ??= structure.Groups;
        var totals = groups.ToDictionary(group => group, group => new double[group.Count]);
        var samples = Visit(criterion, groups, Add, cancellationToken);
        return totals.ToDictionary(pair => pair.Key, IReadOnlyList<double> (pair) => Array.ConvertAll(pair.Value, total => total / samples));

        void Add(ScoringContext context, double count)
        {
            foreach (var (group, total) in totals)
            {
                var scores = Checked(criterion, group, criterion.Score(group, context));
                for (var unit = 0; unit < total.Length; unit++)
                {
                    total[unit] += count * scores[unit];
                }
            }
        }
    }

    /// <summary>Scores the elements of parameters.</summary>
    /// <param name="criterion">The criterion.</param>
    /// <param name="parameters">The parameters' names in the <c>state_dict</c>.</param>
    /// <param name="cancellationToken">Stops between batches.</param>
    /// <returns>For each parameter a tensor of its shape; the caller owns them.</returns>
    /// <exception cref="CriterionException">A parameter cannot be scored, or the data are not what the criterion needs.</exception>
    public IReadOnlyDictionary<string, Tensor> ScoreWeights(
        IWeightCriterion criterion, IReadOnlyList<string> parameters, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(criterion);
        ArgumentNullException.ThrowIfNull(parameters);
        using var disposal = NewDisposeScope();
        var known = new ScoringContext(model, structure);
        var totals = parameters.Distinct().ToDictionary(name => name, name => zeros_like(known.Parameter(name), requires_grad: false), StringComparer.Ordinal);
        var samples = Visit(criterion, [], Add, cancellationToken);
        foreach (var (parameter, total) in totals)
        {
            total.div_(samples);
            if (!total.isfinite().all().item<bool>())
            {
                throw new CriterionException(
                    $"The scores of '{parameter}' by {criterion.Name} are not all finite: its weights, gradients or inputs are not. Load sound weights, or train "
                    + "with a lower learning rate before.");
            }
        }

        return totals.ToDictionary(pair => pair.Key, pair => pair.Value.MoveToOuterDisposeScope());

        void Add(ScoringContext context, double count)
        {
            foreach (var (parameter, total) in totals)
            {
                using var scores = criterion.ScoreWeights(parameter, context);
                total.add_(scores, alpha: count);
            }
        }
    }

    private static IReadOnlyList<double> Checked(IImportanceCriterion criterion, IStructureGroup group, IReadOnlyList<double> scores)
    {
        if (scores.Count != group.Count)
        {
            throw new CriterionException($"{criterion.Name} gave {scores.Count} scores for the {group.Count} units of group '{group.Name}': correct the criterion.");
        }

        for (var unit = 0; unit < scores.Count; unit++)
        {
            if (!double.IsFinite(scores[unit]))
            {
                throw new CriterionException(
                    $"{criterion.Name} scores unit {unit} of group '{group.Name}' as {scores[unit]}, which is not finite: its weights, gradients or activations are "
                    + "not. Load sound weights, or train with a lower learning rate before.");
            }
        }

        return scores;
    }

    /// <summary>Calls with each context that the criterion wants to see and its number of samples.</summary>
    /// <returns>The number of samples in all.</returns>
    private double Visit(
        IImportanceCriterion criterion, IReadOnlyList<IStructureGroup> groups, Action<ScoringContext, double> visitor, CancellationToken cancellationToken)
    {
        using var noGrad = no_grad();
        if (criterion.Needs == CriterionNeeds.None)
        {
            using var disposal = NewDisposeScope();
            visitor(new ScoringContext(model, structure), 1);
            return 1;
        }

        if (data is null)
        {
            throw new CriterionException($"{criterion.Name} needs data, and there are none. Name data in the recipe, or choose a criterion that looks at weights alone.");
        }

        var watched = groups.SelectMany(group => criterion.Watch(group, model)).Distinct().ToArray();
        return new CalibrationRun(model, structure, data, criterion, watched).Visit(visitor, cancellationToken);
    }
}
