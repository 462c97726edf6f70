using System.Globalization;

namespace Espalier.Reports;

/// <summary>Numbers as people read them: few digits, the unit beside them.</summary>
internal static class Numbers
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>All digits, in groups of three.</summary>
    public static string Exact(long value) => value.ToString("N0", Culture);

    /// <summary>Four digits and a factor of a thousand: <c>853.0 k</c>.</summary>
    public static string Short(long value)
    {
        var (scaled, prefix) = Scale(value);
        return prefix.Length == 0 ? Exact(value) : $"{Digits(scaled)} {prefix}";
    }

    /// <summary>A size in decimal units: <c>3.41 MB</c>.</summary>
    public static string Bytes(long value)
    {
        var (scaled, prefix) = Scale(value);
        return prefix.Length == 0 ? $"{Exact(value)} B" : $"{Digits(scaled)} {prefix}B";
    }

    /// <summary>The factor of a thousand that suits a number, and its prefix.</summary>
    public static (double Factor, string Prefix) Unit(double largest) => Math.Abs(largest) switch
    {
        >= 1e9 => (1e9, "G"),
        >= 1e6 => (1e6, "M"),
        >= 1e4 => (1e3, "k"),
        _ => (1, ""),
    };

    /// <summary>About four digits; whole numbers with all of theirs.</summary>
    public static string Digits(double value) => Math.Abs(value) switch
    {
        var size when size < 1e15 && size == Math.Floor(size) => value.ToString("#,##0", Culture),
        >= 1e15 or < 1e-4 => value.ToString("0.###e+0", Culture),
        >= 1000 => value.ToString("#,##0.#", Culture),
        >= 100 => value.ToString("0.0", Culture),
        >= 10 => value.ToString("0.00", Culture),
        >= 1 => value.ToString("0.000", Culture),
        double.NaN => "",
        _ => value.ToString("G4", Culture),
    };

    /// <summary>A percentage with two decimals.</summary>
    public static string Percent(double percent) => percent.ToString("0.00", Culture) + " %";

    /// <summary>A share of 1 as a percentage with one decimal.</summary>
    public static string Share(double share) => (share * 100).ToString("0.0", Culture) + " %";

    /// <summary>How many times one number is another: <c>2.13×</c>.</summary>
    public static string Times(double factor) => factor.ToString(factor >= 100 ? "0" : factor >= 10 ? "0.0" : "0.00", Culture) + "×";

    /// <summary>A difference with its sign.</summary>
    public static string Signed(double difference, string format = "0.00")
    {
        var digits = Math.Abs(difference).ToString(format, Culture);
        return double.Parse(digits, Culture) == 0 ? "±0" : (difference < 0 ? "−" : "+") + digits;
    }

    /// <summary>A time span in seconds, in words: <c>1 h 5 min</c>.</summary>
    public static string Duration(double seconds) => seconds switch
    {
        < 10 => seconds.ToString("0.0", Culture) + " s",
        < 60 => seconds.ToString("0", Culture) + " s",
        < 3600 => string.Create(Culture, $"{Math.Floor(seconds / 60):0} min {Math.Floor(seconds % 60):0} s"),
        _ => string.Create(Culture, $"{Math.Floor(seconds / 3600):0} h {Math.Floor(seconds % 3600 / 60):0} min"),
    };

    private static (double Scaled, string Prefix) Scale(long value)
    {
        var (factor, prefix) = Unit(value);
        return (value / factor, prefix);
    }
}
