namespace Espalier.Methods;

/// <summary>A sink that drops what it is given.</summary>
public sealed class NoMetrics : IMetricsSink
{
    /// <summary>The one instance.</summary>
    public static NoMetrics Instance { get; } = new();

    /// <inheritdoc/>
    public void Write(string kind, long index, IReadOnlyDictionary<string, double> values)
    {
    }
}
