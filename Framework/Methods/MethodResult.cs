namespace Espalier.Methods;

/// <summary>What a method did.</summary>
/// <param name="Summary">One line for people.</param>
/// <param name="Metrics">Numbers by name, with their unit in the name: <c>loss</c>, <c>accuracy_percent</c>, <c>epoch_seconds</c>.</param>
public sealed record MethodResult(string Summary, IReadOnlyDictionary<string, double> Metrics);
