using static TorchSharp.torch;

namespace Espalier.Methods;

/// <summary>Where a method was: all that it needs, besides the model, its plan and its masks, to go on from there.</summary>
/// <param name="Position">How far it was, in the method's own units: epochs, rounds.</param>
/// <param name="Tensors">Optimizer state, moving averages, the state of random generators.</param>
/// <param name="Values">Numbers and texts.</param>
public sealed record StepSnapshot(long Position, IReadOnlyDictionary<string, Tensor> Tensors, IReadOnlyDictionary<string, string> Values);
