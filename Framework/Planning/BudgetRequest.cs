using Espalier.Structures;

namespace Espalier.Planning;

/// <summary>What a <see cref="BudgetSearch"/> is asked for.</summary>
/// <param name="Budget">How much may stay.</param>
/// <param name="Scopes">
/// The groups that may be cut. Units are compared within a scope, and all scopes lose the same part of their units: one scope is a global ranking, a scope for
/// each group a local one. A budget of a part of the units is kept in every scope by itself.
/// </param>
/// <param name="Scores">The units' importance, comparable within each scope; the lowest go.</param>
public sealed record BudgetRequest(
    Budget Budget, IReadOnlyList<IReadOnlyList<IStructureGroup>> Scopes, Func<IStructureGroup, IReadOnlyList<double>> Scores)
{
    /// <summary>How far each group may be cut; null: as far as there are units.</summary>
    public Func<IStructureGroup, WidthLimits>? Limits { get; init; }

    /// <summary>What the model cost when nothing had been cut, for budgets that are parts; null: what it costs now.</summary>
    public ModelCost? Dense { get; init; }

    /// <summary>What decided the cut, for the plan's reader; the search adds the budget.</summary>
    public string Description { get; init; } = "";
}
