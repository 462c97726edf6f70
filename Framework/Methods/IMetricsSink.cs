namespace Espalier.Methods;

/// <summary>Where numbers of a run go: one record per epoch, round or measurement.</summary>
public interface IMetricsSink
{
    /// <summary>Writes one record.</summary>
    /// <param name="kind">What it is: <c>epoch</c>, <c>round</c>, <c>evaluation</c>.</param>
    /// <param name="index">Its number within the step, from 0.</param>
    /// <param name="values">Numbers by name with the unit in the name: <c>accuracy_percent</c>, <c>loss</c>. Those that must be the same on every run only: no times.</param>
    void Write(string kind, long index, IReadOnlyDictionary<string, double> values);
}
