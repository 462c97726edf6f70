namespace Espalier.Planning;

/// <summary>A plan that keeps to a budget.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Before">What the model costs.</param>
/// <param name="After">What it will cost. Units are those of the groups that could be cut.</param>
/// <param name="Limit">The most that may stay, of what the budget counts.</param>
/// <param name="WithNext">The least that it would cost if one more of the steps that went had stayed; null where none went.</param>
public sealed record BudgetResult(PruningPlan Plan, ModelCost Before, ModelCost After, long Limit, ModelCost? WithNext);
