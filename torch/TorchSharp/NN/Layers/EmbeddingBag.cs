using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Sums, means or maxima of vectors from a table.</summary>
public sealed class EmbeddingBag : nn.Module<Tensor, Tensor?, Tensor?, Tensor>, nn.IModule<Tensor, Tensor, Tensor>
{
    private readonly double? maxNorm;
    private readonly double normType;
    private readonly bool scaleGradByFreq;
    private readonly EmbeddingBagMode mode;
    private readonly bool sparse;
    private readonly bool includeLastOffset;
    private readonly long paddingIndex;

    internal EmbeddingBag(
        Parameter table, double? maxNorm, double normType, bool scaleGradByFreq, EmbeddingBagMode mode, bool sparse, bool includeLastOffset,
        long paddingIndex)
        : base(nameof(EmbeddingBag))
    {
        weight = table;
        this.maxNorm = maxNorm;
        this.normType = normType;
        this.scaleGradByFreq = scaleGradByFreq;
        this.mode = mode;
        this.sparse = sparse;
        this.includeLastOffset = includeLastOffset;
        this.paddingIndex = paddingIndex;
    }

    /// <summary>[number, size]. A new table may have another size; the old one is disposed of.</summary>
    public Parameter? weight
    {
        get;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            field = Replace(nameof(weight), field, value);
        }
    }

    /// <summary>Runs the module for bags of the same length: [bags, length].</summary>
    public Tensor call(Tensor input) => call(input, null, null);

    /// <summary>Runs the module for all bags one after the other: [indices], and where each bag starts.</summary>
    public Tensor call(Tensor input, Tensor offsets) => call(input, offsets, null);

    /// <summary>The bags to [bags, size].</summary>
    /// <param name="input">[bags, length] or [indices].</param>
    /// <param name="offsets">For [indices]: where each bag starts.</param>
    /// <param name="perSampleWeights">For sums: what each vector is multiplied with.</param>
    public override Tensor forward(Tensor input, Tensor? offsets, Tensor? perSampleWeights)
    {
        if (input.ndim is not (1 or 2) || (input.ndim == 1) != (offsets is not null))
        {
            throw new ArgumentException($"Bags are [bags, length] without offsets, or [indices] with offsets: {input}.", nameof(input));
        }

        using var scope = NewDisposeScope();
        if (offsets is null)
        {
            var (count, length) = (input.shape[0], input.shape[1]);
            offsets = Aten.Call("aten::arange.start_step", 0, count * length, Math.Max(1, length), input.dtype, Arg.None, input.device);
            input = Aten.Call("aten::reshape", input, new long[] { -1 });
            perSampleWeights = perSampleWeights is null ? null : Aten.Call("aten::reshape", perSampleWeights, new long[] { -1 });
        }

        if (maxNorm is { } limit)
        {
            using var noGradients = no_grad();
            Aten.CallInPlace("aten::embedding_renorm_", weight, Aten.Call("aten::contiguous", input), limit, normType);
        }

        return Aten.Call4(
            "aten::embedding_bag.padding_idx", weight, input, offsets, scaleGradByFreq, (long)mode, sparse, perSampleWeights,
            includeLastOffset, paddingIndex < 0 ? Arg.None : paddingIndex).First.MoveToOuterDisposeScope();
    }
}
