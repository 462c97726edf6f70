using Espalier.Graphs;

namespace Espalier.Counting;

/// <summary>What one operator costs.</summary>
/// <param name="Node">The operator.</param>
/// <param name="Macs">Its multiply-accumulate operations.</param>
/// <param name="AllocatedBytes">The memory that its results take; 0 where they are views of what is there.</param>
/// <param name="LiveBytes">The memory of all inputs and results that exist while it runs, its own included, parameters left out.</param>
public sealed record NodeCount(Node Node, long Macs, long AllocatedBytes, long LiveBytes);
