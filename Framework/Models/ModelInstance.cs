using Espalier.Graphs;
using static TorchSharp.torch;

namespace Espalier.Models;

/// <summary>A model as a family made it.</summary>
/// <param name="Module">The model.</param>
/// <param name="Inputs">The inputs to trace it with, with a batch of one.</param>
public sealed record ModelInstance(nn.Module Module, IReadOnlyList<InputSpec> Inputs);
