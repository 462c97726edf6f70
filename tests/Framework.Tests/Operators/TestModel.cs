using Espalier.Graphs;
using Espalier.Symbolic;
using static TorchSharp.torch;

namespace Espalier.Framework.Tests.Operators;

/// <summary>A model whose trace and forward are given, for tests that have no use for the generator.</summary>
internal sealed class TestModel : nn.Module<Tensor[], Tensor[]>, ITraceable
{
    private readonly Func<Tracer, SymbolicTensor[], SymbolicTensor[]> trace;
    private readonly Func<Tensor[], Tensor[]> body;

    /// <summary>A model with sub-modules and other parts to register.</summary>
    public TestModel(Func<Tracer, SymbolicTensor[], SymbolicTensor[]> trace, Func<Tensor[], Tensor[]> body, params (string Name, object Part)[] parts)
        : base(nameof(TestModel))
    {
        (this.trace, this.body) = (trace, body);
        foreach (var (name, part) in parts)
        {
            switch (part)
            {
                case nn.Module module:
                    register_module(name, module);
                    break;
                case TorchSharp.Modules.Parameter parameter:
                    register_parameter(name, parameter);
                    break;
                case Tensor buffer:
                    register_buffer(name, buffer);
                    break;
            }
        }
    }

    public override Tensor[] forward(Tensor[] inputs) => body(inputs);

    public IReadOnlyList<SymbolicTensor> Trace(Tracer tracer, IReadOnlyList<SymbolicTensor?> inputs) => trace(tracer, [.. inputs.OfType<SymbolicTensor>()]);

    /// <summary>Its graph.</summary>
    public Graph Graph(bool training, params Input[] inputs)
    {
        var tracer = new Tracer(this, training);
        var symbols = inputs.Select((input, i) => tracer.Input($"x{i}", input.Shape, input.DType)).ToArray();
        return tracer.Finish(tracer.CallMany(this, symbols));
    }
}
