using static TorchSharp.torch;

namespace Espalier.Framework.Tests.Operators;

/// <summary>A tensor to make: the same numbers at every run.</summary>
/// <param name="Shape">Its sizes.</param>
/// <param name="DType">Its dtype.</param>
/// <param name="Limit">Whole numbers are below it; floating-point ones are between 0.1 and 0.9 if it is 1, normal otherwise.</param>
public sealed record Input(long[] Shape, ScalarType DType, long Limit)
{
    /// <summary>Normal numbers.</summary>
    public static Input Normal(params long[] shape) => new(shape, ScalarType.Float32, 0);

    /// <summary>Numbers between 0.1 and 0.9.</summary>
    public static Input Share(params long[] shape) => new(shape, ScalarType.Float32, 1);

    /// <summary>Whole numbers from 0 up to, without, a limit.</summary>
    public static Input Whole(long limit, params long[] shape) => new(shape, ScalarType.Int64, limit);

    /// <summary>True and false.</summary>
    public static Input Flags(params long[] shape) => new(shape, ScalarType.Bool, 2);

    /// <summary>The same in another dtype.</summary>
    public Input As(ScalarType type) => this with { DType = type };

    /// <summary>Makes it.</summary>
    public Tensor Make() => (Limit switch
    {
        0 => randn(Shape),
        1 => (rand(Shape) * 0.8) + 0.1,
        _ => randint(Limit, Shape),
    }).to(DType);
}
