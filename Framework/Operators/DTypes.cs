using Espalier.Graphs;
using static TorchSharp.torch;

namespace Espalier.Operators;

/// <summary>Says the dtype of an operator's result.</summary>
internal delegate ScalarType DTypeRule(Node node);

/// <summary>PyTorch's rules for the dtypes of results.</summary>
internal static class DTypes
{
    /// <summary>The first tensor's.</summary>
    public static readonly DTypeRule Same = node => node.Inputs.First().DType;

    /// <summary>The first tensor's, or the default floating-point one in place of whole numbers.</summary>
    public static readonly DTypeRule Floating = node => ToFloating(Same(node));

    /// <summary>Bool.</summary>
    public static readonly DTypeRule Bool = _ => ScalarType.Bool;

    /// <summary>Int64.</summary>
    public static readonly DTypeRule Int64 = _ => ScalarType.Int64;

    /// <summary>The one in which all tensors can meet.</summary>
    public static readonly DTypeRule Promoted = node => Promote(node.Inputs, []);

    /// <summary>The one in which all tensors can meet, floating-point.</summary>
    public static readonly DTypeRule PromotedFloating = node => ToFloating(Promoted(node));

    /// <summary>The one in which all tensors and the number at a position can meet.</summary>
    public static DTypeRule PromotedWith(int position) => node => Promote(node.Inputs, [OfNumber(node.Arguments[position])]);

    /// <summary>The same, floating-point.</summary>
    public static DTypeRule PromotedFloatingWith(int position) => node => ToFloating(PromotedWith(position)(node));

    /// <summary>The one at a position; without it, the first tensor's, whole numbers as int64.</summary>
    public static DTypeRule SumAs(int position) => node =>
        node.Type(position) ?? (is_floating_point(Same(node)) ? Same(node) : ScalarType.Int64);

    /// <summary>The one at a position; without it, the first tensor's.</summary>
    public static DTypeRule As(int position) => node => node.Type(position) ?? Same(node);

    /// <summary>The default floating-point dtype in place of whole numbers.</summary>
    public static ScalarType ToFloating(ScalarType type) => is_floating_point(type) ? type : get_default_dtype();

    /// <summary>
    /// The dtype in which tensors and numbers meet: of the highest category among them (bool, whole, floating-point); within it, tensors with
    /// dimensions decide, then those without, then numbers.
    /// </summary>
    public static ScalarType Promote(IEnumerable<Value> tensors, IEnumerable<ScalarType> numbers)
    {
        var all = tensors.ToArray();
        ScalarType?[] levels =
        [
            Meet(all.Where(v => v.Rank > 0).Select(v => v.DType)), Meet(all.Where(v => v.Rank == 0).Select(v => v.DType)), Meet(numbers),
        ];
        var result = levels[0];
        foreach (var lower in levels[1..])
        {
            result = result is not { } high ? lower : lower is { } low && Category(low) > Category(high) ? Meet(high, low) : high;
        }

        return result ?? ScalarType.Float32;
    }

    /// <summary>Bytes per element.</summary>
    public static long Size(ScalarType type) => type switch
    {
        ScalarType.Byte or ScalarType.Int8 or ScalarType.Bool => 1,
        ScalarType.Int16 or ScalarType.Float16 or ScalarType.BFloat16 => 2,
        ScalarType.Int64 or ScalarType.Float64 or ScalarType.ComplexFloat32 => 8,
        ScalarType.ComplexFloat64 => 16,
        _ => 4,
    };

    private static ScalarType OfNumber(Argument argument) => argument switch
    {
        Argument.Flag => ScalarType.Bool,
        Argument.Number => get_default_dtype(),
        _ => ScalarType.Int64,
    };

    private static ScalarType? Meet(IEnumerable<ScalarType> types)
    {
        ScalarType? result = null;
        foreach (var type in types)
        {
            result = result is { } met ? Meet(met, type) : type;
        }

        return result;
    }

    private static ScalarType Meet(ScalarType a, ScalarType b)
    {
        if (a == b)
        {
            return a;
        }

        var (categoryA, categoryB) = (Category(a), Category(b));
        if (categoryA != categoryB)
        {
            return categoryA > categoryB ? a : b;
        }

        return (a, b) switch
        {
            (ScalarType.Float16, ScalarType.BFloat16) or (ScalarType.BFloat16, ScalarType.Float16) => ScalarType.Float32,
            (ScalarType.Byte, ScalarType.Int8) or (ScalarType.Int8, ScalarType.Byte) => ScalarType.Int16,
            _ => Size(a) > Size(b) ? a : b,
        };
    }

    private static int Category(ScalarType type) => type == ScalarType.Bool ? 0 : is_floating_point(type) ? 2 : 1;
}
