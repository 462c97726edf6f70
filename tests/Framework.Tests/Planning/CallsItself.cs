using Espalier.Graphs;
using Espalier.Symbolic;
using static TorchSharp.torch;

namespace Espalier.Framework.Tests.Planning;

/// <summary>A module whose trace never ends.</summary>
internal sealed class CallsItself() : nn.Module<Tensor, Tensor>(nameof(CallsItself)), ITraceable
{
    public override Tensor forward(Tensor input) => forward(input);

    public IReadOnlyList<SymbolicTensor> Trace(Tracer tracer, IReadOnlyList<SymbolicTensor?> inputs) => [tracer.Call(this, inputs)];
}
