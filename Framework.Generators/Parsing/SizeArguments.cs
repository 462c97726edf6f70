using Microsoft.CodeAnalysis;

namespace Espalier.Generators.Parsing;

/// <summary>Which arguments of tensor operations are sizes: whole numbers that must change when widths do.</summary>
internal static class SizeArguments
{
    // Whole numbers that name a dimension or describe a window: pruning never changes them.
    private static readonly HashSet<string> Fixed =
    [
        "dim", "dim0", "dim1", "dim2", "dims", "axis", "dimension", "dimensions", "start_dim", "end_dim", "startDim", "endDim",
            "permutation", "source",
        "destination", "stride", "strides", "padding", "dilation", "kernel_size", "kernelSize", "output_padding", "diagonal", "offset",
            "ndim",
        "upscale_factor", "downscale_factor", "p", "k", "n", "alpha", "value", "shifts", "step",
    ];

    /// <summary>Whether the symbolic form of an operation takes this argument as a size.</summary>
    public static bool IsSize(KnownSymbols known, Mirror mirror, int index, CallArgument argument) =>
        (argument.Parameter is not { } original || !Fixed.Contains(original.Name))
        && mirror.TargetType(index, argument.Type) is { } target && HoldsDims(known, target);

    public static bool HoldsDims(KnownSymbols known, ITypeSymbol type) => type switch
    {
        _ when known.IsDim(type) => true,
        IArrayTypeSymbol array => HoldsDims(known, array.ElementType),
        INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.Any(element => HoldsDims(known, element.Type)),
        INamedTypeSymbol { IsGenericType: true } named => named.TypeArguments.Any(argument => HoldsDims(known, argument)),
        _ => KnownSymbols.IsSame(type, known.SymbolicIndex),
    };
}
