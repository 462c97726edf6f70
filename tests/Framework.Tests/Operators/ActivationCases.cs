using static Espalier.Framework.Tests.Operators.Input;
using F = TorchSharp.torch.nn.functional;
using S = Espalier.Symbolic.torch.nn.functional;

namespace Espalier.Framework.Tests.Operators;

/// <summary>Activations; those that are random are tested in evaluation.</summary>
internal static class ActivationCases
{
    public static CaseTable All => new()
    {
        { "aten::celu", [Normal(2, 5)], x => S.celu(x[0], 1.3), x => F.celu(x[0], 1.3) },
        { "aten::elu", [Normal(2, 5)], x => S.elu(x[0], 0.7), x => F.elu(x[0], 0.7) },
        { "aten::hardshrink", [Normal(2, 5)], x => S.hardshrink(x[0], 0.3), x => F.hardshrink(x[0], 0.3) },
        { "aten::hardtanh", [Normal(2, 5)], x => S.hardtanh(x[0], -0.2, 0.4), x => F.hardtanh(x[0], -0.2, 0.4) },
        { "aten::leaky_relu", [Normal(2, 5)], x => S.leaky_relu(x[0], 0.2), x => F.leaky_relu(x[0], 0.2) },
        { "aten::mish", [Normal(2, 5)], x => S.mish(x[0]), x => F.mish(x[0]) },
        { "aten::prelu", [Normal(2, 5, 3), Share(5)], x => S.prelu(x[0], x[1]), x => F.prelu(x[0], x[1]) },
        { "aten::prelu with one slope", [Normal(2, 5, 3), Share(1)], x => S.prelu(x[0], x[1]), x => F.prelu(x[0], x[1]) },
        { "aten::softplus", [Normal(2, 5)], x => S.softplus(x[0], 2, 1), x => F.softplus(x[0], 2, 1) },
        { "aten::softshrink", [Normal(2, 5)], x => S.softshrink(x[0], 0.3), x => F.softshrink(x[0], 0.3) },
        { "aten::threshold", [Normal(2, 5)], x => S.threshold(x[0], 0.1, 9), x => F.threshold(x[0], 0.1, 9) },
        { "aten::dropout", [Normal(2, 5)], x => S.dropout(x[0], 0.5, false), x => F.dropout(x[0], 0.5, false) },
        { "aten::feature_dropout", [Normal(2, 5, 3, 3)], x => S.dropout2d(x[0], 0.5, false), x => F.dropout2d(x[0], 0.5, false) },
        { "aten::alpha_dropout", [Normal(2, 5)], x => S.alpha_dropout(x[0], 0.5, false), x => F.alpha_dropout(x[0], 0.5, false) },
        { "aten::feature_alpha_dropout", [Normal(2, 5, 3)], x => S.feature_alpha_dropout(x[0], 0.5, false), x => F.feature_alpha_dropout(x[0], 0.5, false) },
        { "rrelu", [Normal(2, 5)], x => S.rrelu(x[0], 0.1, 0.3), x => F.leaky_relu(x[0], 0.2) },
        { "tanhshrink", [Normal(2, 5)], x => S.tanhshrink(x[0]), x => F.tanhshrink(x[0]) },
        { "softsign", [Normal(2, 5)], x => S.softsign(x[0]), x => F.softsign(x[0]) },
        { "glu", [Normal(2, 6)], x => S.glu(x[0]), x => F.glu(x[0]) },
        { "softmin", [Normal(2, 6)], x => S.softmin(x[0], 1), x => F.softmin(x[0], 1) },
        { "aten::softmax.int", [Normal(2, 3, 4)], x => x[0].softmax(-2), x => x[0].softmax(-2) },
        { "aten::softmax.int in float64", [Normal(2, 3)], x => x[0].softmax(1, TorchSharp.torch.float64), x => x[0].softmax(1, TorchSharp.torch.float64) },
        { "aten::log_softmax.int", [Normal(2, 3, 4)], x => x[0].log_softmax(1), x => x[0].log_softmax(1) },
        { "aten::cumsum", [Normal(2, 3, 4)], x => x[0].cumsum(1), x => x[0].cumsum(1) },
        { "aten::cumsum of flags", [Flags(5)], x => x[0].cumsum(0), x => x[0].cumsum(0) },
        { "aten::cumprod", [Normal(2, 3, 4)], x => x[0].cumprod(-1), x => x[0].cumprod(-1) },
        { "aten::tril", [Normal(2, 4, 4)], x => x[0].tril(1), x => x[0].tril(1) },
        { "aten::triu", [Normal(3, 4)], x => x[0].triu(), x => x[0].triu() },
        { "aten::flip", [Normal(2, 3, 4)], x => x[0].flip(0, -1), x => x[0].flip(0, -1) },
        { "aten::roll", [Normal(2, 3, 4)], x => x[0].roll((1, -2), (1, 2)), x => x[0].roll((1, -2), (1, 2)) },
        { "aten::roll of all in a row", [Normal(2, 3)], x => x[0].roll(2), x => x[0].roll(2) },
    };
}
