using Espalier.Graphs;
using Espalier.Plugins;
using Espalier.Structures;

namespace Espalier.Criteria;

/// <summary>How much does each unit of a structure group matter?</summary>
/// <remarks>
/// Implementers: be deterministic, use no state between calls, and work on whole groups at a time. A higher score means more important; scores are compared
/// within a group, and between groups only after the caller's <see cref="ScoreNormalization"/>. The host calls under <c>no_grad</c>; dispose of what you
/// create. <see cref="UnitReduction"/> turns scores of weights into scores of units, whatever slices the units hold.
/// </remarks>
[PartContract("criterion")]
public interface IImportanceCriterion
{
    /// <summary>The name in recipes: <c>l2</c>, <c>taylor</c>.</summary>
    string Name { get; }

    /// <summary>What must be there when <see cref="Score"/> is called.</summary>
    CriterionNeeds Needs { get; }

    /// <summary>How often <see cref="Score"/> is called where data are needed, and what is averaged.</summary>
    ScoreAveraging Averaging => ScoreAveraging.Total;

    /// <summary>The values of the evaluation graph that the criterion wants to see for a group.</summary>
    IEnumerable<Value> Watch(IStructureGroup group, TracedModel model) => [];

    /// <summary>Scores the units of one group.</summary>
    /// <param name="group">The group.</param>
    /// <param name="context">Weights, and what <see cref="Needs"/> asked for.</param>
    /// <returns>One finite score per unit.</returns>
    /// <exception cref="CriterionException">The group has nothing that this criterion can score.</exception>
    IReadOnlyList<double> Score(IStructureGroup group, ScoringContext context);
}
