using Espalier.Plugins;
using Espalier.Structures;

namespace Espalier.Criteria;

/// <summary>How much does each unit of a structure group matter?</summary>
/// <remarks>
/// Implementers: be deterministic, use no state between calls, and work on whole groups at a time. A higher score means more important; scores are compared
/// within a group, and between groups only after the caller's normalisation. Run under <c>no_grad</c>; dispose of what you create.
/// </remarks>
[PartContract("criterion")]
public interface IImportanceCriterion
{
    /// <summary>The name in recipes: <c>l2</c>, <c>taylor</c>.</summary>
    string Name { get; }

    /// <summary>What must be there when <see cref="Score"/> is called.</summary>
    CriterionNeeds Needs { get; }

    /// <summary>Scores the units of one group.</summary>
    /// <param name="group">The group.</param>
    /// <param name="context">Weights, and what <see cref="Needs"/> asked for.</param>
    /// <returns>One finite score per unit.</returns>
    /// <exception cref="CriterionException">The group has nothing that this criterion can score.</exception>
    IReadOnlyList<double> Score(IStructureGroup group, ScoringContext context);
}
