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
