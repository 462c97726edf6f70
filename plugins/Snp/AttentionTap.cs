using Espalier.Graphs;
using static TorchSharp.torch;

namespace Espalier.Plugins.Snp;

/// <summary>A factor of a product of attention, and how it is turned so that its last two dimensions are tokens and width.</summary>
/// <param name="Value">The tensor in the graph.</param>
/// <param name="Order">The turned tensor's dimension i is the tensor's dimension Order[i].</param>
internal sealed record AttentionTap(Value Value, IReadOnlyList<int> Order)
{
    /// <summary>The number of leading dimensions: batch, windows, heads.</summary>
    public int Leading => Order.Count - 2;

    /// <summary>The size of a turned dimension, in the graph that was looked at.</summary>
    public long Size(int dimension) => Value.Shape[Order[dimension]];

    /// <summary>Turns a tensor in the value's place.</summary>
    public Tensor Turn(Tensor tensor) => tensor.permute([.. Order.Select(d => (long)d)]);
}
