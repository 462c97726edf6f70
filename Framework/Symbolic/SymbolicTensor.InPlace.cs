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

    /// <summary>Zeros.</summary>
    public SymbolicTensor zero_() => Overwrite(zeros_like());

    /// <summary>One number.</summary>
    public SymbolicTensor fill_(SymbolicScalar value) => Overwrite(full_like(value));

    // needs: Value { get; private set; }
    private SymbolicTensor Overwrite(SymbolicTensor result)
    {
        Value = result.Value;
        return this;
    }
}
