using Espalier.Graphs;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Plugins.Criteria.Tests;

/// <summary>Wanda's input norms against loops over every product of a layer.</summary>
public sealed class InputNormTests
{
    [Theory]
    [InlineData(4, 6, 3, 1, 1, 1, 1)]
    [InlineData(4, 6, 3, 2, 1, 1, 1)]
    [InlineData(4, 6, 2, 3, 0, 1, 2)]
    [InlineData(4, 4, 3, 1, 2, 2, 4)]
    [InlineData(3, 2, 1, 2, 0, 1, 1)]
    public void Wanda_Convolution_EqualsLoops(int channels, int outputs, int kernel, int stride, int padding, int dilation, int groups)
    {
        using var scope = NewDisposeScope();
        using var module = nn.Conv2d(channels, outputs, kernel, stride, padding, dilation, PaddingModes.Zeros, groups).to(float64);
        var input = randn([2, channels, 7, 8], float64);
        using var @case = new Case(module, [new InputSpec("x", [1, channels, 7, 8], float64)], [new(input, zeros(2))]);
        var actual = @case.ScoreWeights(new WandaCriterion(new()), "weight");

        var (x, weight) = (Case.Values(input), Case.Values(module.state_dict()["weight"]));
        var result = module.forward(input).shape;
        var (perGroup, n) = (channels / groups, 0);
        for (var o = 0; o < outputs; o++)
        {
            for (var c = 0; c < perGroup; c++)
            {
                for (var (ky, kx) = (0, 0); ky < kernel; (ky, kx) = kx + 1 < kernel ? (ky, kx + 1) : (ky + 1, 0))
                {
                    var sum = 0.0;
                    foreach (var (b, y, z) in from b in Enumerable.Range(0, 2) from y in Enumerable.Range(0, (int)result[2]) from z in Enumerable.Range(0, (int)result[3]) select (b, y, z))
                    {
                        var (row, column) = ((y * stride) + (ky * dilation) - padding, (z * stride) + (kx * dilation) - padding);
                        if (row is >= 0 and < 7 && column is >= 0 and < 8)
                        {
                            var value = x[(((((b * channels) + (o / (outputs / groups) * perGroup) + c) * 7) + row) * 8) + column];
                            sum += value * value;
                        }
                    }

                    Assert.Equal(Math.Abs(weight[n]) * Math.Sqrt(sum), actual[n++], 1e-9);
                }
            }
        }
    }

    [Fact]
    public void Wanda_Conv1d_EqualsUnfoldedLinear()
    {
        using var scope = NewDisposeScope();
        using var module = nn.Conv1d(2, 3, 4, stride: 4).to(float64);
        var input = randn([5, 2, 8], float64);
        using var @case = new Case(module, [new InputSpec("x", [1, 2, 8], float64)], [new(input, zeros(5))]);
        var norms = input.reshape(5, 2, 2, 4).square().sum([0, 2]).sqrt();
        var expected = Case.Values(module.state_dict()["weight"].abs() * norms.unsqueeze(0));
        var actual = @case.ScoreWeights(new WandaCriterion(new()), "weight");
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
    }

    [Fact]
    public void Wanda_LinearOverTokens_CountsEveryToken()
    {
        using var scope = NewDisposeScope();
        using var module = nn.Linear(3, 2).to(float64);
        var input = randn([2, 5, 3], float64);
        using var @case = new Case(module, [new InputSpec("x", [1, 5, 3], float64)], [new(input, zeros(2))]);
        var expected = Case.Values(module.state_dict()["weight"].abs() * input.square().sum([0, 1]).sqrt());
        var actual = @case.ScoreWeights(new WandaCriterion(new()), "weight");
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
    }

    [Fact]
    public void Wanda_Bias_IsRefused()
    {
        using var scope = NewDisposeScope();
        using var module = nn.Linear(3, 2).to(float64);
        using var @case = new Case(module, [new InputSpec("x", [1, 3], float64)], [new(ones([1, 3], float64), zeros(1))]);
        var error = Assert.Throws<Espalier.Criteria.CriterionException>(() => @case.ScoreWeights(new WandaCriterion(new()), "bias"));
        Assert.Contains("'bias'", error.Message, StringComparison.Ordinal);
    }
}
