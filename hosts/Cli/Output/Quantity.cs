using System.Globalization;

namespace Espalier.Cli.Output;

/// <summary>Counts with a unit: 29.51 M.</summary>
internal static class Quantity
{
    /// <summary>The text.</summary>
    public static string Of(double value) => value switch
    {
        >= 1e9 => Number(value / 1e9, "F2") + " G",
        >= 1e6 => Number(value / 1e6, "F2") + " M",
        >= 1e4 => Number(value / 1e3, "F1") + " k",
        _ => Number(value, "F0"),
    };

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
