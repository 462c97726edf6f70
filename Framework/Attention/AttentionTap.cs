using Espalier.Graphs;
using static TorchSharp.torch;

namespace Espalier.Attention;

/// <summary>A tensor of attention, and how it is turned so that its last two dimensions are tokens and width.</summary>
/// <param name="Value">The tensor in the graph.</param>
/// <param name="Order">The turned tensor's dimension i is the tensor's dimension Order[i].</param>
public sealed record AttentionTap(Value Value, IReadOnlyList<int> Order)
{
    /// <summary>The number of leading dimensions: batch, windows, heads.</summary>
    public int Leading => Order.Count - 2;

    /// <summary>The size of a turned dimension, in the graph that was looked at.</summary>
    public long Size(int dimension) => Value.Shape[Order[dimension]];

    /// <summary>Turns a tensor in the value's place.</summary>
    public Tensor Turn(Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        return tensor.permute([.. Order.Select(d => (long)d)]);
    }

    /// <summary>The same with its leading dimensions in the order that those of another factor of the product have in their tensor.</summary>
    internal AttentionTap LedAs(AttentionTap other) => other.Leading != Leading
        ? this
        : this with { Order = [.. Enumerable.Range(0, Leading).OrderBy(i => other.Order[i]).Select(i => Order[i]), .. Order.Skip(Leading)] };

    /// <summary>The same with tokens and width exchanged.</summary>
    internal AttentionTap Transposed => this with { Order = [.. Order.SkipLast(2), Order[^1], Order[^2]] };
}
