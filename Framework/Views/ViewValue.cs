namespace Espalier.Views;

/// <summary>A tensor in a picture.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Shape">Its sizes.</param>
public sealed record ViewValue(string Name, IReadOnlyList<long> Shape);
