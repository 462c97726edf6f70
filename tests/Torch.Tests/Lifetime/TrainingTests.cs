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

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Graphs_Forgotten_KeepTheMemoryWithinBounds(bool backward)
    {
        // Each step makes 8 MiB of activations, of which .NET sees two small handles.
        using var model = nn.Sequential(
            nn.Conv2d(3, 16, 3, padding: 1), nn.BatchNorm2d(16), nn.ReLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(16, 10));
        using var input = randn(64, 3, 32, 32);
        using var target = randint(10, [64]);
        var before = Environment.WorkingSet;
        for (var i = 0; i < 150; i++)
        {
            var loss = nn.functional.cross_entropy(model.forward(input), target);
            if (backward)
                loss.backward();
        }

        var growth = (Environment.WorkingSet - before) >> 20;
        Assert.True(growth < 700, $"The process grew by {growth} MiB.");
    }
}
