using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Espalier.Torch.Tests.Lifetime;

/// <summary>Training leaves no tensors behind, with scopes and without. The long run is <c>Benchmarks memory</c>.</summary>
public sealed class TrainingTests
{
    [Theory]
    [InlineData("sgd", true)]
    [InlineData("sgd", false)]
    [InlineData("adamw", true)]
    [InlineData("adamw", false)]
    public void Training_ForManySteps_KeepsTheCountOfTensors(string optimizerName, bool inScopes)
    {
        using var model = nn.Sequential(("first", nn.Linear(8, 16)), ("act", nn.ReLU()), ("last", nn.Linear(16, 4)));
        using optim.Optimizer optimizer = optimizerName == "sgd"
            ? optim.SGD(model.parameters(), 0.01, momentum: 0.9)
            : optim.AdamW(model.parameters(), 0.01);
        using var input = randn(32, 8);
        using var target = randint(4, [32]);

        // The first step makes gradients and the optimizer's state, which stay.
        Train(2);
        var before = LiveTensors.Count();
        Train(1000);
        Assert.Equal(before, inScopes ? Tensor.TotalCount : LiveTensors.Count());

        void Train(int steps)
        {
            for (var i = 0; i < steps; i++)
            {
                using var scope = inScopes ? NewDisposeScope() : null;
                optimizer.zero_grad();
                var loss = nn.functional.cross_entropy(model.forward(input), target);
                loss.backward();
                optimizer.step();
            }
        }
    }
}
