using Espalier.Graphs;

namespace Espalier.Symbolic;

/// <content>Activations with parameters, and functions along one dimension.</content>
public sealed partial class SymbolicTensor
{
    /// <summary>Gaussian error linear unit, exact.</summary>
    public SymbolicTensor gelu() => Record("aten::gelu", this);

    /// <summary>Exponential linear unit.</summary>
    public SymbolicTensor elu(SymbolicScalar alpha, SymbolicScalar scale, SymbolicScalar input_scale) =>
        Record("aten::elu", this, alpha, scale, input_scale);

    /// <summary>Continuously differentiable exponential linear unit.</summary>
    public SymbolicTensor celu() => Record("aten::celu", this, 1.0);

    /// <summary>Continuously differentiable exponential linear unit.</summary>
    public SymbolicTensor celu(SymbolicScalar alpha) => Record("aten::celu", this, alpha);

    /// <summary>The first half along a dimension times the sigmoid of the second.</summary>
    /// <exception cref="TraceException">The size is odd.</exception>
    public SymbolicTensor glu(Dim? dim = null)
    {
        // In two halves, so that the labels of each reach the result.
        var halves = chunk(2, dim ?? -1);
        return halves is [var value, var gate] && value.Value.Shape.SequenceEqual(gate.Value.Shape)
            ? value * gate.sigmoid()
            : throw new TraceException($"glu halves dimension {dim ?? -1} of [{string.Join(", ", Value.Shape)}]: its size must be even.");
    }

    /// <summary>log(1 + e^x), smoothly.</summary>
    public SymbolicTensor softplus(double beta = 1, double threshold = 20) => Record("aten::softplus", this, beta, threshold);

    /// <summary>x above the threshold, one number elsewhere.</summary>
    public SymbolicTensor threshold(SymbolicScalar threshold, SymbolicScalar value) => Record("aten::threshold", this, threshold, value);

    /// <summary>x where positive, the mean of two multiples elsewhere.</summary>
    public SymbolicTensor rrelu(double lower = 1.0 / 8, double upper = 1.0 / 3) => leaky_relu((lower + upper) / 2);

    /// <summary>Brings numbers into a range.</summary>
    public SymbolicTensor hardtanh(SymbolicScalar min, SymbolicScalar max) => Record("aten::hardtanh", this, min, max);

    /// <summary>x where positive, a multiple elsewhere.</summary>
    public SymbolicTensor leaky_relu(SymbolicScalar negative_slope) => Record("aten::leaky_relu", this, negative_slope);

    /// <summary>x where positive, a learnt multiple elsewhere, for all or per channel (dimension 1).</summary>
    public SymbolicTensor prelu(SymbolicTensor target) => Record("aten::prelu", this, target);

    /// <summary>Shares that add up to one along a dimension.</summary>
    public SymbolicTensor softmax(Dim dim, TorchSharp.torch.ScalarType? dtype = null) => Record("aten::softmax.int", this, dim, dtype);

    /// <summary>Logarithms of <see cref="softmax"/>.</summary>
    public SymbolicTensor log_softmax(Dim dim, TorchSharp.torch.ScalarType? dtype = null) => Record("aten::log_softmax.int", this, dim, dtype);

    /// <summary>Running sums along a dimension.</summary>
    public SymbolicTensor cumsum(Dim dim, TorchSharp.torch.ScalarType? type = null) => Record("aten::cumsum", this, dim, type);

    /// <summary>Running products along a dimension.</summary>
    public SymbolicTensor cumprod(Dim dim, TorchSharp.torch.ScalarType? type = null) => Record("aten::cumprod", this, dim, type);

    /// <summary>The lower triangles of the last two dimensions, zeros above.</summary>
    public SymbolicTensor tril(Dim diagonal = default) => Record("aten::tril", this, diagonal);

    /// <summary>The upper triangles of the last two dimensions, zeros below.</summary>
    public SymbolicTensor triu(Dim diagonal = default) => Record("aten::triu", this, diagonal);

    /// <summary>Reverses dimensions.</summary>
    public SymbolicTensor flip(params Dim[] dims) => Record("aten::flip", this, dims);

    /// <summary>Reverses the second dimension.</summary>
    public SymbolicTensor fliplr() => flip(1);

    /// <summary>Reverses the first dimension.</summary>
    public SymbolicTensor flipud() => flip(0);

    /// <summary>Moves all elements, as one row, round by some places.</summary>
    public SymbolicTensor roll(Dim shifts, Dim? dims = null) =>
        dims is { } dim ? roll([shifts], [dim]) : flatten().roll([shifts], [0]).reshape(shape);

    /// <summary>Moves elements round along dimensions.</summary>
    public SymbolicTensor roll(Dim[] shifts, Dim[] dims) => Record("aten::roll", this, shifts, dims);

    /// <summary>Moves elements round along two dimensions.</summary>
    public SymbolicTensor roll((Dim, Dim) shifts, (Dim, Dim) dims) => roll([shifts.Item1, shifts.Item2], [dims.Item1, dims.Item2]);

    /// <summary>Moves elements round along three dimensions.</summary>
    public SymbolicTensor roll((Dim, Dim, Dim) shifts, (Dim, Dim, Dim) dims) =>
        roll([shifts.Item1, shifts.Item2, shifts.Item3], [dims.Item1, dims.Item2, dims.Item3]);
}
