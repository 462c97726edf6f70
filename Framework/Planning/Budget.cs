using System.Globalization;

namespace Espalier.Planning;

/// <summary>How much of a model may stay.</summary>
/// <param name="Measure">What is counted.</param>
/// <param name="Amount">The part that stays, above 0 and at most 1, or an absolute number.</param>
/// <param name="IsPart">Whether it is a part of what the model had.</param>
public sealed record Budget(CostMeasure Measure, double Amount, bool IsPart)
{
    /// <summary>The part that stays.</summary>
    /// <exception cref="PlanException">It is not above 0 and at most 1.</exception>
    public static Budget Part(CostMeasure measure, double part) => part is > 0 and <= 1
        ? new Budget(measure, part, true)
        : throw new PlanException(string.Create(
            CultureInfo.InvariantCulture, $"A budget that leaves {part} of the {Name(measure)} cannot be kept: the part that stays must be above 0 and at most 1."));

    /// <summary>Reads a budget: a part that stays (<c>0.5</c>, <c>47%</c>), or an absolute number (<c>29.5M</c>, <c>1.2G</c>, <c>850000</c>).</summary>
    /// <exception cref="PlanException">It is neither.</exception>
    public static Budget Parse(CostMeasure measure, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var trimmed = text.Trim();
        var (digits, factor, isPart) = trimmed.Length == 0 ? ("", 1.0, false) : trimmed[^1] switch
        {
            '%' => (trimmed[..^1], 0.01, true),
            'k' or 'K' => (trimmed[..^1], 1e3, false),
            'M' => (trimmed[..^1], 1e6, false),
            'G' or 'B' => (trimmed[..^1], 1e9, false),
            _ => (trimmed, 1, false),
        };
        if (!double.TryParse(digits, NumberStyles.Float & ~NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            throw new PlanException(
                $"'{text}' is no budget of {Name(measure)}. Write the part that stays, such as 0.5 or 47%, or a number, such as 29.5M, 1.2G or 850000.");
        }

        // A lone 1 is all of it, not one parameter.
        isPart |= factor == 1 && number <= 1;
        return isPart ? Part(measure, number * factor) : new Budget(measure, number * factor, false);
    }

    /// <summary>The most that may stay of a model that cost so much.</summary>
    public long Limit(long dense) => IsPart ? (long)Math.Floor((Amount * dense) + 1e-6) : (long)Math.Floor(Math.Min(Amount, long.MaxValue / 2));

    /// <summary>The part that may stay of a model that cost so much; 1 and more: it may stay as it is.</summary>
    public double PartOf(long dense) => IsPart ? Amount : Amount / dense;

    /// <summary>The word for a measure.</summary>
    public static string Name(CostMeasure measure) => measure switch
    {
        CostMeasure.Macs => "MACs",
        CostMeasure.Parameters => "parameters",
        _ => "units",
    };

    /// <inheritdoc/>
    public override string ToString() => IsPart
        ? string.Create(CultureInfo.InvariantCulture, $"{Amount * 100:0.##} % of the {Name(Measure)}")
        : string.Create(CultureInfo.InvariantCulture, $"{Amount:0} {Name(Measure)}");
}
