namespace Espalier.Views;

/// <summary>A parameter dimension that cannot be cut, or not one by one.</summary>
/// <param name="Parameter">The parameter's name.</param>
/// <param name="Dimension">The dimension.</param>
/// <param name="Reason">Why.</param>
public sealed record ViewObstacle(string Parameter, int Dimension, string Reason);
