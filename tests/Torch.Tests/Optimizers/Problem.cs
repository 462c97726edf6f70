using Espalier.Torch.Tests.Training;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Espalier.Torch.Tests.Optimizers;

/// <summary>Three parameters drawn to a wave; the third of them only from the fourth step on.</summary>
internal sealed class Problem
{
    private int steps;

    public Problem(ScalarType type)
        : this([.. new long[][] { [3], [2, 2], [4] }.Select((shape, phase) => nn.Parameter(1 + Waves.Wave(shape, phase, type)))])
    {
    }

    private Problem(Parameter[] parameters) => Parameters = parameters;

    public Parameter[] Parameters { get; }

    /// <summary>The numbers of all parameters, one after the other.</summary>
    public Tensor Numbers => cat([.. Parameters.Select(parameter => parameter.detach().flatten())], 0);

    /// <summary>The same as .NET numbers; float32 ones are exact in float64.</summary>
    public double[] Values
    {
        get
        {
            using var scope = NewDisposeScope();
            return Numbers.to(ScalarType.Float64).cpu().data<double>().ToArray();
        }
    }

    /// <summary>The same problem, as far as this one has come.</summary>
    public Problem Copy() => new([.. Parameters.Select(parameter => nn.Parameter(parameter.detach().clone()))]) { steps = steps };

    public void Step(optim.Optimizer optimizer)
    {
        using var scope = NewDisposeScope();
        optimizer.zero_grad();
        foreach (var parameter in steps++ < 3 ? Parameters[..2] : Parameters)
            (parameter - Waves.Wave(parameter.shape, 5, parameter.dtype)).pow(2).sum().backward();
        optimizer.step();
    }
}
