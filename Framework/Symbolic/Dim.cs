using System.Globalization;

namespace Espalier.Symbolic;

/// <summary>
/// A size while a model is traced: a concrete number that remembers where it comes from, so that it can be computed again once widths have
/// changed. A literal never changes; a field of a module may be rewritten; the size of a tensor's dimension follows that dimension.
/// </summary>
public readonly struct Dim : IEquatable<Dim>
{
    private readonly DimSource? source;

    internal Dim(long value, DimSource? source)
    {
        Value = value;
        this.source = source;
    }

    /// <summary>The number, for the shapes that are being traced.</summary>
    public long Value { get; }

    /// <summary>Where the number comes from.</summary>
    public DimSource Source => source ?? DimSource.Literal.Instance;

    /// <summary>A literal.</summary>
    public static implicit operator Dim(int value) => new(value, null);

    /// <summary>A literal.</summary>
    public static implicit operator Dim(long value) => new(value, null);

    /// <summary>The number alone.</summary>
    public static implicit operator long(Dim dim) => dim.Value;

    /// <summary>The number alone.</summary>
    public static explicit operator int(Dim dim) => checked((int)dim.Value);

    /// <summary>Sum.</summary>
    public static Dim operator +(Dim a, Dim b) => Combine('+', a, b, a.Value + b.Value);

    /// <summary>Difference.</summary>
    public static Dim operator -(Dim a, Dim b) => Combine('-', a, b, a.Value - b.Value);

    /// <summary>Product.</summary>
    public static Dim operator *(Dim a, Dim b) => Combine('*', a, b, a.Value * b.Value);

    /// <summary>Quotient of whole numbers.</summary>
    public static Dim operator /(Dim a, Dim b) => Combine('/', a, b, a.Value / b.Value);

    /// <summary>Remainder.</summary>
    public static Dim operator %(Dim a, Dim b) => Combine('%', a, b, a.Value % b.Value);

    /// <summary>Negation.</summary>
    public static Dim operator -(Dim a) => new(-a.Value, null);

    /// <summary>Equal numbers, wherever they come from.</summary>
    public static bool operator ==(Dim a, Dim b) => a.Value == b.Value;

    /// <summary>Different numbers.</summary>
    public static bool operator !=(Dim a, Dim b) => a.Value != b.Value;

    /// <summary>Less.</summary>
    public static bool operator <(Dim a, Dim b) => a.Value < b.Value;

    /// <summary>Greater.</summary>
    public static bool operator >(Dim a, Dim b) => a.Value > b.Value;

    /// <summary>Less or equal.</summary>
    public static bool operator <=(Dim a, Dim b) => a.Value <= b.Value;

    /// <summary>Greater or equal.</summary>
    public static bool operator >=(Dim a, Dim b) => a.Value >= b.Value;

    /// <inheritdoc/>
    public bool Equals(Dim other) => Value == other.Value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Dim other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    private static Dim Combine(char operation, Dim a, Dim b, long value) =>
        a.Source is DimSource.Literal && b.Source is DimSource.Literal ? new(value, null) : new(value, new DimSource.Computed(operation, a, b));
}
