using System.Globalization;

namespace Espalier.Comparison;

/// <summary>Several measurements of one thing.</summary>
/// <param name="Mean">Their mean.</param>
/// <param name="Deviation">Their sample standard deviation; NaN for a single one.</param>
/// <param name="Count">How many there are.</param>
public sealed record Spread(double Mean, double Deviation, int Count)
{
    /// <summary>The mean and spread of measurements.</summary>
    /// <param name="values">One or more.</param>
    /// <exception cref="InvalidOperationException">There are none.</exception>
    public static Spread Of(IReadOnlyCollection<double> values)
    {
        var mean = values.Average();
        return new Spread(mean, values.Count < 2 ? double.NaN : Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1)), values.Count);
    }

    /// <summary>The mean and, of several measurements, the deviation: <c>85.79 ± 0.30</c>.</summary>
    /// <param name="format">How both are written, such as <c>F2</c>.</param>
    public string ToString(string format) => Count < 2
        ? Mean.ToString(format, CultureInfo.InvariantCulture)
        : $"{Mean.ToString(format, CultureInfo.InvariantCulture)} ± {Deviation.ToString(format, CultureInfo.InvariantCulture)}";
}
