namespace Espalier.Counting;

/// <summary>What counts as a multiply-accumulate operation. Tools differ, and so do the numbers in papers.</summary>
public enum MacConvention
{
    /// <summary>
    /// The products of linear layers, matrix products, einsums and convolutions, for one forward pass at the batch that was traced. Biases,
    /// normalisations, activations and pooling count nothing. It is what most papers and profilers give.
    /// </summary>
    Products,

    /// <summary>
    /// Torch-Pruning's: modules alone count, functional calls and matrix products do not. Linear layers and convolutions add their biases, a
    /// batch norm counts two operations per element (one without affine parameters), a ReLU-like activation and an upsampling one per element
    /// of the result, pooling one per element of its input. A module is told by its scope: one in which no other module runs.
    /// </summary>
    TorchPruning,
}
