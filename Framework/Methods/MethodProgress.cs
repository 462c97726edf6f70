namespace Espalier.Methods;

/// <summary>How far a method has come.</summary>
/// <param name="Phase">What it is doing: <c>scoring</c>, <c>epoch 3 of 10</c>.</param>
/// <param name="Done">How many units of work are done.</param>
/// <param name="Total">How many there are; 0 if that is not known.</param>
/// <param name="Metrics">Numbers so far, by name.</param>
public readonly record struct MethodProgress(string Phase, long Done, long Total, IReadOnlyDictionary<string, double>? Metrics = null);
