using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A table of vectors, looked up by index.</summary>
public sealed class Embedding : nn.Module<Tensor, Tensor>
{
    private readonly double? maxNorm;
    private readonly double normType;
    private readonly bool scaleGradByFreq;
    private readonly bool sparse;

    internal Embedding(
        Parameter? table, long count, long size, long? paddingIndex, double? maxNorm, double normType, bool scaleGradByFreq, bool sparse,
        Device? device, ScalarType? dtype)
        : base(nameof(Embedding))
    {
        this.maxNorm = maxNorm;
        this.normType = normType;
        this.scaleGradByFreq = scaleGradByFreq;
        this.sparse = sparse;
        weight = table ?? nn.init.NewParameter([count, size], device, dtype);
        padding_idx = paddingIndex is { } index ? Checked(index) : null;
        if (table is null)
        {
            Reset();
        }
    }

    /// <summary>[number, size]. A new table may have another size; the old one is disposed of.</summary>
    public Parameter? weight
    {
        get;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            (num_embeddings, embedding_dim) = value.shape is [var rows, var columns]
                ? (rows, columns)
                : throw new ArgumentException($"An embedding's weight has two dimensions: {value}.", nameof(value));
            field = Replace(nameof(weight), field, value);
        }
    }

    /// <summary>The number of vectors: the weight's.</summary>
    public long num_embeddings { get; private set; }

    /// <summary>The size of a vector: the weight's.</summary>
    public long embedding_dim { get; private set; }

    /// <summary>The index whose vector gets no gradients, if any.</summary>
    public long? padding_idx { get; }

    /// <summary>Indices of any shape to that shape and one dimension more.</summary>
    public override Tensor forward(Tensor input)
    {
        if (maxNorm is { } limit)
        {
            using var noGradients = no_grad();
            using var indices = Aten.Call("aten::contiguous", input);
            Aten.CallInPlace("aten::embedding_renorm_", weight, indices, limit, normType);
        }

        return Aten.Call("aten::embedding", weight, input, padding_idx ?? -1, scaleGradByFreq, sparse);
    }

    private void Reset()
    {
        nn.init.normal_(weight!);
        if (padding_idx is { } index)
        {
            using var row = Aten.Call("aten::select.int", weight, 0, index);
            nn.init.zeros_(row);
        }
    }

    private long Checked(long index) => index >= -num_embeddings && index < num_embeddings
        ? (index + num_embeddings) % num_embeddings
        : throw new ArgumentException($"padding_idx {index} is outside a table of {num_embeddings}.");
}
