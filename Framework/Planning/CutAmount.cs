using System.Globalization;
using Espalier.Recipes;

namespace Espalier.Planning;

/// <summary>How much is to be cut, as a method's options say it: by exactly one of a ratio of the units, which go, and two budgets of the whole model, which stay.</summary>
/// <param name="Ratio">The part of the units that goes, above 0 and less than 1.</param>
/// <param name="Parameters">The parameters that stay: a part or a number, see <see cref="Planning.Budget.Parse"/>.</param>
/// <param name="Macs">The MACs that stay: a part or a number.</param>
/// <param name="Units">What the ratio counts, for messages: <c>heads</c>.</param>
public sealed record CutAmount(double? Ratio, string? Parameters, string? Macs, string Units)
{
    /// <summary>How much may stay.</summary>
    /// <exception cref="PlanException">It is not said, or not a budget.</exception>
    public Budget Budget => this switch
    {
        { Macs: { } macs } => Budget.Parse(CostMeasure.Macs, macs),
        { Parameters: { } parameters } => Budget.Parse(CostMeasure.Parameters, parameters),
        { Ratio: { } ratio } => ratio is > 0 and < 1
            ? Budget.Part(CostMeasure.Units, 1 - ratio)
            : throw new PlanException(string.Create(
                CultureInfo.InvariantCulture, $"The ratio is {ratio}. It is the part of the {Units} that goes: above 0 and less than 1, since some must stay.")),
        _ => throw new PlanException("How much is to be cut? Give 'ratio', 'parameters' or 'macs'."),
    };

    /// <summary>What is wrong with it; the options are called as here.</summary>
    public IEnumerable<OptionProblem> Problems()
    {
        var given = new object?[] { Ratio, Parameters, Macs }.Count(option => option is not null);
        if (given != 1)
        {
            yield return new("", given == 0
                ? $"How much is to be cut? Give 'ratio' (the part of the {Units} that goes), 'parameters' or 'macs' (what stays of the model)."
                : "Give one of 'ratio', 'parameters' and 'macs': the others follow.");
        }
        else if (PlanException.MessageOf(() => Budget) is { } problem)
        {
            yield return new(Macs is not null ? nameof(Macs) : Parameters is not null ? nameof(Parameters) : nameof(Ratio), problem);
        }
    }
}
