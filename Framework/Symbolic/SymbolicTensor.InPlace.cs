namespace Espalier.Symbolic;

/// <content>Methods that write over the tensor. A graph has no such thing: the tensor stands for the result from then on.</content>
public sealed partial class SymbolicTensor
{
    /// <summary>Adds.</summary>
    public SymbolicTensor add_(SymbolicTensor target) => Overwrite(add(target));

    /// <summary>Adds a multiple.</summary>
    public SymbolicTensor add_(SymbolicTensor target, SymbolicScalar alpha) => Overwrite(add(target, alpha));

    /// <summary>Adds.</summary>
    public SymbolicTensor add_(SymbolicScalar scalar) => Overwrite(add(scalar));

    /// <summary>Subtracts.</summary>
    public SymbolicTensor sub_(SymbolicTensor target) => Overwrite(sub(target));

    /// <summary>Subtracts.</summary>
    public SymbolicTensor sub_(SymbolicScalar target) => Overwrite(sub(target));

    /// <summary>Multiplies.</summary>
    public SymbolicTensor mul_(SymbolicTensor target) => Overwrite(mul(target));

    /// <summary>Multiplies.</summary>
    public SymbolicTensor mul_(SymbolicScalar target) => Overwrite(mul(target));

    /// <summary>Divides.</summary>
    public SymbolicTensor div_(SymbolicTensor target) => Overwrite(div(target));

    /// <summary>Divides.</summary>
    public SymbolicTensor div_(SymbolicScalar target) => Overwrite(div(target));

    /// <summary>Takes powers.</summary>
    public SymbolicTensor pow_(SymbolicScalar exponent) => Overwrite(pow(exponent));

    /// <summary>Brings numbers into a range.</summary>
    public SymbolicTensor clamp_(SymbolicScalar? min = null, SymbolicScalar? max = null) => Overwrite(clamp(min, max));

    /// <summary>Gaussian error linear unit.</summary>
    public SymbolicTensor gelu_() => Overwrite(gelu());

    /// <summary>Swaps two dimensions.</summary>
    public SymbolicTensor transpose_(Dim dim0, Dim dim1) => Overwrite(transpose(dim0, dim1));

    /// <summary>Puts a dimension of size one in.</summary>
    public SymbolicTensor unsqueeze_(Dim dim) => Overwrite(unsqueeze(dim));

    /// <summary>Drops a dimension of size one, or all of them.</summary>
    public SymbolicTensor squeeze_(Dim? dim = null) => Overwrite(squeeze(dim));

    /// <summary>Puts a number where the mask holds.</summary>
    public SymbolicTensor masked_fill_(SymbolicTensor mask, SymbolicScalar value) => Overwrite(masked_fill(mask, value));

    /// <summary>Subtracts.</summary>
    public SymbolicTensor subtract_(SymbolicTensor target) => Overwrite(sub(target));

    /// <summary>Divides.</summary>
    public SymbolicTensor divide_(SymbolicTensor target) => Overwrite(div(target));

    /// <summary>Divides.</summary>
    public SymbolicTensor divide_(SymbolicScalar target) => Overwrite(div(target));

    /// <summary>Divides and rounds down.</summary>
    public SymbolicTensor floor_divide_(SymbolicScalar other) => Overwrite(floor_divide(other));

    /// <summary>Leaves remainders.</summary>
    public SymbolicTensor remainder_(SymbolicScalar scalar) => Overwrite(remainder(scalar));

    /// <summary>Raises numbers to a bound.</summary>
    public SymbolicTensor clamp_min_(SymbolicScalar min) => Overwrite(clamp_min(min));

    /// <summary>Lowers numbers to a bound.</summary>
    public SymbolicTensor clamp_max_(SymbolicScalar max) => Overwrite(clamp_max(max));

    /// <summary>Goes towards another tensor.</summary>
    public SymbolicTensor lerp_(SymbolicTensor end, SymbolicTensor weight) => Overwrite(lerp(end, weight));

    /// <summary>Adds a multiple of a product.</summary>
    public SymbolicTensor addcmul_(SymbolicTensor tensor1, SymbolicTensor tensor2, SymbolicScalar value) =>
        Overwrite(addcmul(tensor1, tensor2, value));

    /// <summary>Adds a multiple of a quotient.</summary>
    public SymbolicTensor addcdiv_(SymbolicTensor tensor1, SymbolicTensor tensor2, SymbolicScalar value) =>
        Overwrite(addcdiv(tensor1, tensor2, value));

    /// <summary>Rounds to the nearest.</summary>
    public SymbolicTensor round_(Dim decimals = default) => Overwrite(round(decimals));

    /// <summary>Shrinks what is negative.</summary>
    public SymbolicTensor leaky_relu_(SymbolicScalar negative_slope) => Overwrite(leaky_relu(negative_slope));

    /// <summary>Exponential linear unit.</summary>
    public SymbolicTensor elu_(SymbolicScalar alpha, SymbolicScalar scale, SymbolicScalar input_scale) =>
        Overwrite(elu(alpha, scale, input_scale));

    /// <summary>Continuously differentiable exponential linear unit.</summary>
    public SymbolicTensor celu_(SymbolicScalar alpha) => Overwrite(celu(alpha));

    /// <summary>Brings numbers into a range.</summary>
    public SymbolicTensor hardtanh_(SymbolicScalar min, SymbolicScalar max) => Overwrite(hardtanh(min, max));

    /// <summary>Puts a number where there is less than the threshold.</summary>
    public SymbolicTensor threshold_(SymbolicScalar threshold, SymbolicScalar value) => Overwrite(this.threshold(threshold, value));

    /// <summary>Keeps the lower triangles.</summary>
    public SymbolicTensor tril_(Dim diagonal = default) => Overwrite(tril(diagonal));

    /// <summary>Keeps the upper triangles.</summary>
    public SymbolicTensor triu_(Dim diagonal = default) => Overwrite(triu(diagonal));

    /// <summary>Writes to the positions given.</summary>
    public SymbolicTensor scatter_(Dim dim, SymbolicTensor index, SymbolicTensor src) => Overwrite(scatter(dim, index, src));

    /// <summary>Adds at the positions given.</summary>
    public SymbolicTensor scatter_add_(Dim dim, SymbolicTensor index, SymbolicTensor src) => Overwrite(scatter_add(dim, index, src));

    /// <summary>Adds slices at the positions given.</summary>
    public SymbolicTensor index_add_(Dim dim, SymbolicTensor index, SymbolicTensor source, SymbolicScalar alpha) =>
        Overwrite(index_add(dim, index, source, alpha));

    /// <summary>Ones with this probability, zeros elsewhere.</summary>
    public SymbolicTensor bernoulli_(double p = 0.5) => Overwrite(Record("aten::bernoulli.p", this, p));

    /// <summary>Lets no gradient through.</summary>
    public SymbolicTensor detach_() => Overwrite(detach());

    /// <summary>Zeros.</summary>
    public SymbolicTensor zero_() => Overwrite(zeros_like());

    /// <summary>One number.</summary>
    public SymbolicTensor fill_(SymbolicScalar value) => Overwrite(full_like(value));

    internal SymbolicTensor Overwrite(SymbolicTensor result)
    {
        Tracer.Overwrite(Value, result.Value);
        Value = result.Value;
        return this;
    }
}
