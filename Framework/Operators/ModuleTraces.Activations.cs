using Espalier.Graphs;
using TorchSharp.Modules;
using F = Espalier.Symbolic.torch.nn.functional;

namespace Espalier.Operators;

/// <content>Activations and dropout.</content>
public static partial class ModuleTraces
{
    private static IEnumerable<KeyValuePair<Type, ModuleTrace>> Activators() =>
    [
        Entry<ReLU>((m, x) => F.relu(x, m.inplace)),
        Entry<ReLU6>((m, x) => F.relu6(x, m.inplace)),
        Entry<LeakyReLU>((m, x) => F.leaky_relu(x, m.negative_slope, m.inplace)),
        Entry<PReLU>((t, m, x) => x.prelu(Weight(t, m))),
        Entry<RReLU>((m, x) => F.rrelu(x, m.lower, m.upper, m.inplace)),
        Entry<ELU>((m, x) => F.elu(x, m.alpha, m.inplace)),
        Entry<CELU>((m, x) => F.celu(x, m.alpha, m.inplace)),
        Entry<SELU>((m, x) => F.selu(x, m.inplace)),
        Entry<GELU>((m, x) => F.gelu(x, m.inplace)),
        Entry<SiLU>((m, x) => F.silu(x, m.inplace)),
        Entry<Mish>((m, x) => F.mish(x, m.inplace)),
        Entry<Sigmoid>((m, x) => F.sigmoid(x, m.inplace)),
        Entry<Tanh>((m, x) => F.tanh(x, m.inplace)),
        Entry<LogSigmoid>((_, x) => x.log_sigmoid()),
        Entry<Hardsigmoid>((m, x) => F.hardsigmoid(x, m.inplace)),
        Entry<Hardswish>((m, x) => F.hardswish(x, m.inplace)),
        Entry<Hardtanh>((m, x) => F.hardtanh(x, m.min_val, m.max_val, m.inplace)),
        Entry<Hardshrink>((m, x) => F.hardshrink(x, m.lambda)),
        Entry<Softshrink>((m, x) => F.softshrink(x, m.lambda)),
        Entry<Tanhshrink>((m, x) => F.tanhshrink(x, m.inplace)),
        Entry<Softsign>((m, x) => F.softsign(x, m.inplace)),
        Entry<Softplus>((m, x) => F.softplus(x, m.beta, m.threshold)),
        Entry<Threshold>((m, x) => F.threshold(x, m.threshold, m.value, m.inplace)),
        Entry<GLU>((m, x) => F.glu(x, m.dim)),
        Entry<Softmax>((m, x) => x.softmax(m.dim)),
        Entry<Softmax2d>((_, x) => F.softmax2d(x)),
        Entry<Softmin>((m, x) => F.softmin(x, m.dim)),
        Entry<LogSoftmax>((m, x) => x.log_softmax(m.dim)),
        Entry<Dropout>((t, m, x) => F.dropout(x, m.p, t.Training, m.inplace)),
        Entry<Dropout1d>((t, m, x) => F.dropout1d(x, m.p, t.Training, m.inplace)),
        Entry<Dropout2d>((t, m, x) => F.dropout2d(x, m.p, t.Training, m.inplace)),
        Entry<Dropout3d>((t, m, x) => F.dropout3d(x, m.p, t.Training, m.inplace)),
        Entry<AlphaDropout>((t, m, x) => F.alpha_dropout(x, m.p, t.Training, m.inplace)),
        Entry<FeatureAlphaDropout>((t, m, x) => F.feature_alpha_dropout(x, m.p, t.Training, m.inplace)),
    ];
}
