using System.Globalization;
using System.Numerics;

namespace Espalier.Recipes;

/// <content>Numbers.</content>
public static partial class OptionValues
{
    /// <summary>A whole number of 32 bits.</summary>
    /// <param name="bounds">The values it may have.</param>
    public static OptionValue<int> Int32(OptionBounds bounds = default) => (node, report) => Number<int>(node, report, bounds, NumberStyles.AllowLeadingSign, "a whole number");

    /// <summary>A whole number of 64 bits.</summary>
    /// <param name="bounds">The values it may have.</param>
    public static OptionValue<long> Int64(OptionBounds bounds = default) => (node, report) => Number<long>(node, report, bounds, NumberStyles.AllowLeadingSign, "a whole number");

    /// <summary>A number of 32 bits.</summary>
    /// <param name="bounds">The values it may have.</param>
    public static OptionValue<float> Single(OptionBounds bounds = default) => (node, report) => Number<float>(node, report, bounds, Real, "a number");

    /// <summary>A number of 64 bits.</summary>
    /// <param name="bounds">The values it may have.</param>
    public static OptionValue<double> Double(OptionBounds bounds = default) => (node, report) => Number<double>(node, report, bounds, Real, "a number");

    private const NumberStyles Real = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    private static T Number<T>(RecipeNode node, RecipeReport report, OptionBounds bounds, NumberStyles style, string wanted)
        where T : struct, INumber<T>
    {
        if (node is not RecipeScalar { IsNull: false } scalar)
        {
            return Wrong<T>(node, report, wanted + " is wanted");
        }

        if (scalar.Quoted)
        {
            return Wrong<T>(node, report, wanted + " is wanted, without quotes");
        }

        if (!T.TryParse(scalar.Text, style, CultureInfo.InvariantCulture, out var number) || !T.IsFinite(number))
        {
            // Digits alone that are no number of this type are too many.
            return Wrong<T>(node, report, scalar.Text.Trim('+', '-') is { Length: > 0 } digits && digits.All(char.IsAsciiDigit)
                ? wanted + " of a size that a computer can hold is wanted"
                : wanted + " is wanted");
        }

        if (!bounds.Contains(double.CreateChecked(number)))
        {
            return Wrong<T>(node, report, $"{wanted} {bounds} is wanted");
        }

        return number;
    }
}
