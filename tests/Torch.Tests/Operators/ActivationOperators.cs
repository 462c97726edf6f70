using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

// The capitalized names are obsolete in newer versions of the API, but the only ones that all versions have.
#pragma warning disable CS0618

namespace Espalier.Torch.Tests.Operators;

/// <summary>Activations as functions and as methods.</summary>
internal static class ActivationOperators
{
    public static readonly OperatorTable Table = new()
    {
        { "relu_function", x => [F.relu(x[0])], x => [F.relu(x[0].clone(), inplace: true)] },
        { "relu6", x => [F.relu6(x[0])], x => [x[0].relu6()] },
        { "leaky_relu", x => [F.leaky_relu(x[0], 0.15)], x => [x[0].leaky_relu(0.15)], x => [F.leaky_relu(x[0].clone(), 0.15, true)] },
        { "elu", x => [F.elu(x[0], 1.3)] },
        { "selu", x => [F.selu(x[0])], x => [x[0].selu()] },
        { "celu", x => [F.celu(x[0], 1.3)] },
        { "gelu", x => [F.gelu(x[0])], x => [x[0].gelu()] },
        { "gelu_tanh_by_hand", x => [0.5 * x[0] * (1 + tanh(Math.Sqrt(2 / Math.PI) * (x[0] + 0.044715 * x[0].pow(3))))] },
        { "silu", x => [F.SiLU(x[0])], x => [x[0].silu()], x => [x[0] * x[0].sigmoid()] },
        { "mish", x => [F.Mish(x[0])] },
        { "softplus", x => [F.softplus(x[0])], x => [x[0].softplus()] },
        { "softplus_beta", x => [F.softplus(x[0], 1.5, 3.0)] },
        { "softsign", x => [F.Softsign(x[0])] },
        { "softshrink", x => [F.Softshrink(x[0], 0.4)] },
        { "hardshrink", x => [F.Hardshrink(x[0], 0.4)] },
        { "tanhshrink", x => [F.Tanhshrink(x[0])] },
        { "hardsigmoid", x => [F.hardsigmoid(x[0])], x => [x[0].hardsigmoid()] },
        { "hardswish", x => [F.hardswish(x[0])], x => [x[0].hardswish()] },
        { "threshold", x => [F.Threshold(x[0], 0.3, -1.5)] },
        { "logsigmoid", x => [x[0].log_sigmoid()], x => [-F.softplus(-x[0])] },
        { "glu", x => [F.glu(x[0])] },
        { "glu_dim", x => [F.glu(x[0], 0)] },
        { "softmax", x => [F.softmax(x[0], 1)], x => [x[0].softmax(1)], x => [softmax(x[0], 1)], x => [special.softmax(x[0], 1)] },
        { "softmax_dim0", x => [F.softmax(x[0], 0)], x => [x[0].softmax(0)] },
        { "softmax_dtype", x => [F.softmax(x[0], 1, ScalarType.Float64)], x => [x[0].softmax(1, ScalarType.Float64)] },
        { "softmax_large", x => [F.softmax(x[0], -1)] },
        { "softmax2d", x => [F.softmax2d(x[0])] },
        { "log_softmax", x => [F.log_softmax(x[0], 1)], x => [x[0].log_softmax(1)], x => [special.log_softmax(x[0], 1)] },
        { "softmin", x => [F.softmin(x[0], 1)] },
        { "swiglu_by_hand", x => [F.linear(x[0], x[1]).silu() * F.linear(x[0], x[2])] },
    };
}
