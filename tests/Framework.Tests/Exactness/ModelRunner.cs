using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Framework.Tests.Exactness;

/// <summary>Calls a module's own forward.</summary>
internal static class ModelRunner
{
    public static Tensor[] Run(nn.Module model, Tensor[] inputs) => (model, inputs) switch
    {
        (nn.Module<Tensor, Tensor> one, [var x]) => [one.forward(x)],
        (nn.Module<Tensor, Tensor, Tensor> two, [var x, var y]) => [two.forward(x, y)],
        (nn.Module<Tensor, (Tensor, Tensor)> pair, [var x]) => pair.forward(x) is var (a, b) ? [a, b] : [],
        _ => throw new NotSupportedException(model.GetType().Name),
    };
}
