using Espalier.Methods;
using static TorchSharp.torch;

namespace Espalier.Plugins.Tests.Runs;

/// <summary>Stands for training: moves all weights by noise that follows from the seed.</summary>
internal sealed class Nudge : IPruningMethod
{
    public string Name => "nudge";

    public int Calls { get; private set; }

    public MethodResult Run(MethodContext context, CancellationToken cancellationToken)
    {
        Calls++;
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        using var generator = new Generator((ulong)context.Seed);
        foreach (var parameter in context.Model.Module.parameters())
        {
            parameter.add_(randn(parameter.shape, generator: generator) * 0.05);
        }

        context.Masks.Apply(context.Model.Module);
        return new MethodResult("nudged", new Dictionary<string, double>());
    }
}
