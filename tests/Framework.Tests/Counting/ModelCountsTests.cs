using Espalier.Counting;
using Espalier.Framework.Tests.Operators;
using Espalier.Symbolic;
using static Espalier.Framework.Tests.Operators.Input;
using static TorchSharp.torch.nn;
using S = Espalier.Symbolic.torch;

namespace Espalier.Framework.Tests.Counting;

public sealed class ModelCountsTests
{
    [Fact]
    public void ProductsOfEachKindOfLayer()
    {
        Assert.Equal(2 * 3 * 4 * 5, Macs(x => S.nn.functional.linear(x[0], x[1]), Normal(2, 3, 4), Normal(5, 4)));
        Assert.Equal(2 * 3 * 4 * 5, Macs(x => x[0].matmul(x[1]), Normal(2, 3, 4), Normal(4, 5)));
        Assert.Equal(2 * 3 * 4 * 5, Macs(x => S.einsum("bij,kj->bik", x[0], x[1]), Normal(2, 3, 4), Normal(5, 4)));
        Assert.Equal(2 * 6 * 7 * 7 * 4 * 9, Macs(x => S.nn.functional.conv2d(x[0], x[1]), Normal(2, 4, 9, 9), Normal(6, 4, 3, 3)));
        Assert.Equal(2 * 6 * 7 * 7 * 2 * 9, Macs(x => S.nn.functional.conv2d(x[0], x[1], groups: 2), Normal(2, 4, 9, 9), Normal(6, 2, 3, 3)));
        Assert.Equal(2 * 4 * 5 * 5 * 6 * 9, Macs(x => S.nn.functional.conv_transpose2d(x[0], x[1]), Normal(2, 4, 5, 5), Normal(4, 6, 3, 3)));
        Assert.Equal(0, Macs(x => (x[0] + 1).relu().softmax(1), Normal(2, 3)));
    }

    [Fact]
    public void ParametersCountOnceHoweverOftenUsed()
    {
        using var layer = Linear(4, 4);
        using var model = new TestModel((t, x) => [t.Call(layer, t.Call(layer, x[0]))], x => x, ("layer", layer));
        var counts = ModelCounts.Of(model.Graph(false, Normal(3, 4)));
        Assert.Equal(20, counts.Parameters);
        Assert.Equal(80, counts.ParameterBytes);
        Assert.Equal(2 * 3 * 16, counts.Macs);
        Assert.Equal([48, 48], counts.Nodes.Select(node => node.Macs));
    }

    [Fact]
    public void ThePeakFreesWhatIsNoLongerUsedAndCountsViewsOnce()
    {
        // x (40 bytes) lives until the sum, a and b (40 each) too; the views of a take nothing.
        var peak = Peak(x =>
        {
            var a = x[0].exp();
            var b = a.reshape(5, 2).unsqueeze(0).sin();
            return b.flatten() + x[0];
        });
        Assert.Equal(120, peak);

        // A chain never holds more than the argument and the result.
        Assert.Equal(80, Peak(x => x[0].exp().sin().cos().exp()));

        // Reshaping what was transposed copies it.
        Assert.Equal(120, Peak(x => x[0].exp().reshape(5, 2).t().reshape(10).sum() + x[0].sum()));
    }

    /// <summary>
    /// What Torch-Pruning says of a small network: convolutions and linear layers with biases, two operations per element of a batch norm, one per
    /// element of an activation, pooling by its input; nothing for functions.
    /// </summary>
    [Fact]
    public void TorchPruningsConvention()
    {
        using var features = Sequential(
            ("conv", Conv2d(3, 4, 3, padding: 1, bias: false)), ("norm", BatchNorm2d(4)), ("relu", ReLU()), ("pool", MaxPool2d(2)),
            ("second", Conv2d(4, 6, 1)));
        using var head = Linear(6, 10);
        using var model = new TestModel(
            (t, x) => [t.Call(head, t.Call(features, x[0]).relu().mean([2, 3]))], x => x, ("features", features), ("head", head));
        var graph = model.Graph(false, Normal(1, 3, 8, 8));
        const int products = (27 * 4 * 64) + (4 * 6 * 16) + 60;
        Assert.Equal(products, ModelCounts.Of(graph).Macs);
        Assert.Equal(
            products + (2 * 4 * 64) + (4 * 64) + (4 * 64) + (6 * 16) + 10, ModelCounts.Of(graph, MacConvention.TorchPruning).Macs);
    }

    private static long Macs(Func<SymbolicTensor[], SymbolicTensor> body, params Input[] inputs)
    {
        using var model = new TestModel((_, x) => [body(x)], x => x);
        return ModelCounts.Of(model.Graph(false, inputs)).Macs;
    }

    private static long Peak(Func<SymbolicTensor[], SymbolicTensor> body)
    {
        using var model = new TestModel((_, x) => [body(x)], x => x);
        return ModelCounts.Of(model.Graph(false, Normal(10))).PeakActivationBytes;
    }
}
