using System.Globalization;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Weights;

/// <summary>Looks at values before they are loaded.</summary>
internal static class WeightCheck
{
    /// <summary>What is wrong with a target's values in a file; null if nothing is.</summary>
    /// <param name="file">The file.</param>
    /// <param name="target">The target.</param>
    /// <param name="entries">Its values; several if it has several names in the file.</param>
    /// <param name="options">What is allowed.</param>
    public static string? Values(IWeightFile file, LoadTarget target, IReadOnlyList<WeightEntry> entries, WeightLoadOptions options)
    {
        if (options.AllowNonFinite && entries.Count == 1)
        {
            return null;
        }

        using var first = Converted(file, entries[0], target);
        if (!options.AllowNonFinite && NonFinite(first) is { } bad)
        {
            return $"{Printable.Quote(entries[0].Name)} {bad}";
        }

        foreach (var entry in entries.Skip(1))
        {
            using var other = Converted(file, entry, target);
            if (!TensorData.Same(first, other))
            {
                return $"{Printable.Quote(entry.Name)} differs from {Printable.Quote(entries[0].Name)}, and both are one tensor in the model";
            }
        }

        return null;
    }

    private static torch.Tensor Converted(IWeightFile file, WeightEntry entry, LoadTarget target)
    {
        using var value = file.Read(entry.Name);
        return value.to(target.Tensor.dtype);
    }

    private static string? NonFinite(torch.Tensor value)
    {
        if (!is_floating_point(value.dtype) && value.dtype is not (ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64))
        {
            return null;
        }

        using var finite = value.isfinite();
        using var all = finite.all();
        if (all.item<bool>())
        {
            return null;
        }

        using var bad = finite.logical_not();
        using var places = bad.nonzero();
        using var first = places.select(0, 0);
        var index = first.data<long>().ToArray();
        using var element = index.Aggregate(value.alias(), (current, i) =>
        {
            using (current)
            {
                return current.select(0, i);
            }
        });
        using var isNan = element.isnan();
        var more = places.shape[0] == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" (and {places.shape[0] - 1} more)");
        return $"is {(isNan.item<bool>() ? "NaN" : "infinite")} in {value.dtype} at {TensorShape.Text(index)}{more}";
    }
}
