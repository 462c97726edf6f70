using Espalier.Graphs;
using TorchSharp.Modules;
using F = Espalier.Symbolic.torch.nn.functional;

namespace Espalier.Operators;

/// <content>Activations and dropout.</content>
public static partial class ModuleTraces
{
    private static IEnumerable<KeyValuePair<Type, ModuleTrace>> Activators() =>
    [
        Entry<ReLU>((_, x) => x.relu()),
        Entry<ReLU6>((_, x) => x.relu6()),
        Entry<LeakyReLU>((m, x) => x.leaky_relu(m.negative_slope)),
        Entry<PReLU>((t, m, x) => x.prelu(Weight(t, m))),
        Entry<RReLU>((m, x) => F.rrelu(x, m.lower, m.upper)),
        Entry<ELU>((m, x) => F.elu(x, m.alpha)),
        Entry<CELU>((m, x) => x.celu(m.alpha)),
        Entry<SELU>((_, x) => x.selu()),
        Entry<GELU>((_, x) => x.gelu()),
        Entry<SiLU>((_, x) => x.silu()),
        Entry<Mish>((_, x) => x.mish()),
        Entry<Sigmoid>((_, x) => x.sigmoid()),
        Entry<Tanh>((_, x) => x.tanh()),
        Entry<LogSigmoid>((_, x) => x.log_sigmoid()),
        Entry<Hardsigmoid>((_, x) => x.hardsigmoid()),
        Entry<Hardswish>((_, x) => x.hardswish()),
        Entry<Hardtanh>((m, x) => x.hardtanh(m.min_val, m.max_val)),
        Entry<Hardshrink>((m, x) => F.hardshrink(x, m.lambda)),
        Entry<Softshrink>((m, x) => F.softshrink(x, m.lambda)),
        Entry<Tanhshrink>((_, x) => F.tanhshrink(x)),
        Entry<Softsign>((_, x) => F.softsign(x)),
        Entry<Softplus>((m, x) => F.softplus(x, m.beta, m.threshold)),
        Entry<Threshold>((m, x) => F.threshold(x, m.threshold, m.value)),
        Entry<GLU>((m, x) => F.glu(x, m.dim)),
        Entry<Softmax>((m, x) => x.softmax(m.dim)),
        Entry<Softmax2d>((_, x) => F.softmax2d(x)),
        Entry<Softmin>((m, x) => F.softmin(x, m.dim)),
        Entry<LogSoftmax>((m, x) => x.log_softmax(m.dim)),
        Entry<Dropout>((t, m, x) => F.dropout(x, m.p, t.Training)),
        Entry<Dropout1d>((t, m, x) => F.dropout1d(x, m.p, t.Training)),
        Entry<Dropout2d>((t, m, x) => F.dropout2d(x, m.p, t.Training)),
        Entry<Dropout3d>((t, m, x) => F.dropout3d(x, m.p, t.Training)),
        Entry<AlphaDropout>((t, m, x) => F.alpha_dropout(x, m.p, t.Training)),
        Entry<FeatureAlphaDropout>((t, m, x) => F.feature_alpha_dropout(x, m.p, t.Training)),
    ];
}
