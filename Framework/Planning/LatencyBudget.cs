using System.Globalization;

namespace Espalier.Planning;

/// <summary>How much of the time that a model takes may stay.</summary>
/// <param name="Amount">The part that stays, above 0 and at most 1, or milliseconds, above 0.</param>
/// <param name="IsPart">Whether it is a part of what the model took.</param>
public sealed record LatencyBudget(double Amount, bool IsPart)
{
    /// <summary>Reads a budget: a part that stays (<c>0.6</c>, <c>60%</c>), or milliseconds (<c>4.5ms</c>, <c>4.5 ms</c>).</summary>
    /// <exception cref="PlanException">It is neither.</exception>
    public static LatencyBudget Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var trimmed = text.Trim();
        var isTime = trimmed.EndsWith("ms", StringComparison.Ordinal);
        var (digits, factor) = isTime ? (trimmed[..^2], 1) : trimmed.EndsWith('%') ? (trimmed[..^1], 0.01) : (trimmed, 1.0);
        if (!double.TryParse(digits, NumberStyles.Float & ~NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            || !double.IsFinite(number) || number <= 0 || (!isTime && number * factor > 1))
        {
            throw new PlanException(
                $"'{text}' is no budget of latency. Write the part of the time that stays, above 0 and at most 1, such as 0.6 or 60%, or milliseconds, such as 4.5ms.");
        }

        return new LatencyBudget(number * factor, !isTime);
    }

    /// <summary>The part of its time that may stay of a model that took so many milliseconds; 1 and more: it may stay as it is.</summary>
    public double PartOf(double milliseconds) => IsPart ? Amount : Amount / milliseconds;

    /// <inheritdoc/>
    public override string ToString() => IsPart
        ? string.Create(CultureInfo.InvariantCulture, $"{Amount * 100:0.##} % of the latency")
        : string.Create(CultureInfo.InvariantCulture, $"{Amount:0.####} ms");
}
