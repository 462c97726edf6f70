using System.Globalization;

namespace Espalier.Recipes;

/// <summary>The values that a number may have.</summary>
/// <param name="Min">The least; null for no bound.</param>
/// <param name="Max">The greatest; null for no bound.</param>
/// <param name="ExclusiveMin">Values must be greater than the least.</param>
/// <param name="ExclusiveMax">Values must be less than the greatest.</param>
public readonly record struct OptionBounds(double? Min = null, double? Max = null, bool ExclusiveMin = false, bool ExclusiveMax = false)
{
    /// <summary>Whether a value is within the bounds.</summary>
    public bool Contains(double value) =>
        (Min is not { } min || (ExclusiveMin ? value > min : value >= min)) && (Max is not { } max || (ExclusiveMax ? value < max : value <= max));

    /// <inheritdoc/>
    public override string ToString()
    {
        var low = Min is { } min ? (ExclusiveMin ? "greater than " : "of at least ") + min.ToString(CultureInfo.InvariantCulture) : "";
        var high = Max is { } max ? (ExclusiveMax ? "less than " : "at most ") + max.ToString(CultureInfo.InvariantCulture) : "";
        return low.Length > 0 && high.Length > 0 ? $"{low} and {high}" : low + (low.Length == 0 && !ExclusiveMax && high.Length > 0 ? "of " : "") + high;
    }
}
