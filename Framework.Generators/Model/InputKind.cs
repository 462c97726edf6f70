namespace Espalier.Generators.Model;

/// <summary>What a parameter of forward takes.</summary>
internal enum InputKind
{
    /// <summary>A tensor.</summary>
    Tensor,

    /// <summary>A tensor or null.</summary>
    OptionalTensor,

    /// <summary>All tensors that are left.</summary>
    Tensors,

    /// <summary>Something else, which only a typed call can give.</summary>
    Other,
}
