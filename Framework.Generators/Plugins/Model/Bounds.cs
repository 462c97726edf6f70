namespace Espalier.Generators.Plugins.Model;

/// <summary>The values that a number may have.</summary>
internal sealed record Bounds(double Min, double Max, bool ExclusiveMin, bool ExclusiveMax)
{
    public static Bounds None { get; } = new(double.NegativeInfinity, double.PositiveInfinity, false, false);

    public bool HasMin => !double.IsNegativeInfinity(Min);

    public bool HasMax => !double.IsPositiveInfinity(Max);

    public bool IsEmpty => double.IsNaN(Min) || double.IsNaN(Max) || (ExclusiveMin || ExclusiveMax ? !(Min < Max) : !(Min <= Max));

    public bool Contains(double value) => (ExclusiveMin ? value > Min : value >= Min) && (ExclusiveMax ? value < Max : value <= Max);
}
