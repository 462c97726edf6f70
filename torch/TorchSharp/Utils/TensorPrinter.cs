using System.Globalization;
using System.Text;
using static TorchSharp.torch;

namespace TorchSharp.Utils;

/// <summary>Shows a tensor's values as nested brackets with aligned columns; large tensors without their middle.</summary>
internal sealed class TensorPrinter
{
    /// <summary>Tensors with more elements show only <see cref="Edge"/> entries at each end of a dimension.</summary>
    private const long LargestWhole = 1000;

    private const int Edge = 3;

    private readonly string format;
    private readonly int width;
    private readonly string newLine;
    private readonly IFormatProvider culture;

    public TensorPrinter(string? format, int? width, CultureInfo? culture, string? newLine)
    {
        this.format = format ?? floatFormat;
        this.width = width ?? lineWidth;
        this.newLine = newLine ?? torch.newLine;
        this.culture = culture ?? CultureInfo.InvariantCulture;
    }

    public string Print(Tensor tensor, TensorStringStyle style)
    {
        var metadata = tensor.ToString();
        return style switch
        {
            TensorStringStyle.Metadata => metadata,
            TensorStringStyle.Numpy => PrintValues(tensor),
            _ when tensor.is_meta => metadata,
            _ when tensor.ndim == 0 => $"{metadata}, value = {PrintValues(tensor)}",
            _ => metadata + newLine + PrintValues(tensor),
        };
    }

    private string PrintValues(Tensor tensor)
    {
        using var guard = no_grad();
        using var onCpu = tensor.cpu();
        using var whole = onCpu.contiguous();
        var shape = whole.shape;
        var entry = Formatter(whole);
        var cells = new List<string?>();
        Collect(entry, shape, 0, 0, cells);
        if (shape.Length == 0)
        {
            return cells[0]!;
        }

        var text = new StringBuilder();
        Layout(text, cells.GetEnumerator(), shape, cells.Max(cell => cell?.Length) ?? 0, whole.numel() > LargestWhole);
        return text.ToString();
    }

    private Func<long, string> Formatter(Tensor tensor)
    {
        if (tensor.dtype == ScalarType.Bool)
        {
            var flags = tensor.data<bool>().ToArray();
            return i => flags[i] ? "true" : "false";
        }

        if (tensor.is_floating_point())
        {
            using var converted = tensor.to_type(ScalarType.Float64);
            var numbers = converted.data<double>().ToArray();
            return i => numbers[i].ToString(format, culture);
        }

        using var widened = tensor.to_type(ScalarType.Int64);
        var integers = widened.data<long>().ToArray();
        return i => integers[i].ToString(culture);
    }

    /// <summary>The cells in the order in which they are shown; null stands for what is left out.</summary>
    private static void Collect(Func<long, string> entry, long[] shape, int dimension, long first, List<string?> cells)
    {
        if (dimension == shape.Length)
        {
            cells.Add(entry(first));
            return;
        }

        var stride = shape.AsSpan(dimension + 1).ToArray().TotalSize();
        foreach (var i in Shown(shape[dimension], shape.TotalSize() > LargestWhole))
        {
            if (i < 0)
            {
                cells.Add(null);
            }
            else
            {
                Collect(entry, shape, dimension + 1, first + i * stride, cells);
            }
        }
    }

    /// <summary>The indices that are shown; -1 stands for those left out.</summary>
    private static IEnumerable<long> Shown(long size, bool large)
    {
        for (var i = 0L; i < size; i++)
        {
            if (large && size > 2 * Edge && i == Edge)
            {
                yield return -1;
                i = size - Edge;
            }

            yield return i;
        }
    }

    private void Layout(StringBuilder text, IEnumerator<string?> cells, long[] shape, int cellWidth, bool large, int dimension = 0)
    {
        text.Append('[');
        var last = dimension == shape.Length - 1;
        var lineStart = text.Length;
        var isFirst = true;
        foreach (var i in Shown(shape[dimension], large))
        {
            if (!isFirst)
            {
                text.Append(',');
            }

            if (!last && !isFirst)
            {
                // A blank line between matrices, two between stacks of them.
                text.Insert(text.Length, newLine, shape.Length - dimension - 1).Append(' ', dimension + 1);
            }
            else if (last && text.Length - lineStart + cellWidth + dimension + 2 > width && !isFirst)
            {
                text.Append(newLine).Append(' ', dimension + 1);
                lineStart = text.Length;
            }
            else if (!isFirst)
            {
                text.Append(' ');
            }

            isFirst = false;
            if (!last && i >= 0)
            {
                Layout(text, cells, shape, cellWidth, large, dimension + 1);
                continue;
            }

            cells.MoveNext();
            text.Append(cells.Current is { } cell ? cell.PadLeft(cellWidth) : "...");
        }

        text.Append(']');
    }
}
