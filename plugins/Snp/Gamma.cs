using System.Globalization;
using Espalier.Planning;

namespace Espalier.Plugins.Snp;

/// <summary>
/// How many singular components of the attention scores are to be preserved. The paper's figure calls it gamma; its value could not be found. Our default is
/// the number of pairs that the head keeps: with orthogonal columns this selects the best approximation of that rank.
/// </summary>
/// <param name="Count">The number; null where it follows from what is kept or from the energy.</param>
/// <param name="Energy">The part of the squared singular values that counts; 1 where all of them do.</param>
public readonly record struct Gamma(int? Count, double Energy)
{
    /// <summary>As many as pairs are kept.</summary>
    public static Gamma Kept => new(null, 1);

    /// <summary>Whether it follows from how many pairs are kept.</summary>
    public bool IsKept => Count is null && Energy >= 1;

    /// <summary>Reads <c>auto</c>, a number (<c>8</c>), or a part of the energy (<c>0.95</c>, <c>95%</c>).</summary>
    /// <exception cref="PlanException">It is none of them.</exception>
    public static Gamma Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var trimmed = text.Trim();
        if (trimmed == "auto")
        {
            return Kept;
        }

        if (int.TryParse(trimmed, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0)
        {
            return new Gamma(count, 1);
        }

        var isPercent = trimmed.EndsWith('%');
        return double.TryParse(isPercent ? trimmed[..^1] : trimmed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && (isPercent ? number / 100 : number) is > 0 and < 1 and var energy
            ? new Gamma(null, energy)
            : throw new PlanException(
                $"'{text}' is no gamma. Write 'auto' (as many components as pairs are kept), a number such as 8, or a part of the energy such as 0.95 or 95%.");
    }

    /// <summary>The row of a score table that holds the scores.</summary>
    /// <param name="kept">How many pairs are kept.</param>
    /// <param name="rows">How many rows the table has.</param>
    internal int Row(int kept, int rows) => Math.Clamp((Count ?? (Energy < 1 ? rows : kept)) - 1, 0, rows - 1);

    /// <inheritdoc/>
    public override string ToString() => Count is { } count
        ? count.ToString(CultureInfo.InvariantCulture)
        : IsKept ? "auto" : Energy.ToString(CultureInfo.InvariantCulture);
}
