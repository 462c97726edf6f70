using Espalier.Graphs;
using Espalier.Symbolic;
using TorchSharp;
using TorchSharp.Modules;
using F = Espalier.Symbolic.torch.nn.functional;

namespace Espalier.Operators;

/// <content>Modules with parameters, containers, and modules that only change the shape.</content>
public static partial class ModuleTraces
{
    private static IEnumerable<KeyValuePair<Type, ModuleTrace>> Layers() =>
    [
        Entry<Identity>((_, x) => x),
        Entry<Sequential>((t, m, x) => m.named_children().Aggregate(x, (input, child) => t.Call(child.module, input))),
        Entry<Linear>((t, m, x) => F.linear(x, Weight(t, m), Bias(t, m))),
        Pair<Bilinear>((t, m, a, b) => F.bilinear(a, b, Weight(t, m), Bias(t, m))),
        Entry<Embedding>((t, m, x) => x.Record("aten::embedding", Weight(t, m), x)),
        Entry<Conv1d>((t, m, x) => Convolve("aten::conv1d", t, m, x)),
        Entry<Conv2d>((t, m, x) => Convolve("aten::conv2d", t, m, x)),
        Entry<Conv3d>((t, m, x) => Convolve("aten::conv3d", t, m, x)),
        Entry<ConvTranspose1d>((t, m, x) => Transposed("aten::conv_transpose1d", t, m, x)),
        Entry<ConvTranspose2d>((t, m, x) => Transposed("aten::conv_transpose2d.input", t, m, x)),
        Entry<ConvTranspose3d>((t, m, x) => Transposed("aten::conv_transpose3d.input", t, m, x)),
        Entry<BatchNorm1d>(Normalize),
        Entry<BatchNorm2d>(Normalize),
        Entry<BatchNorm3d>(Normalize),
        Entry<InstanceNorm1d>(NormalizeInstances),
        Entry<InstanceNorm2d>(NormalizeInstances),
        Entry<InstanceNorm3d>(NormalizeInstances),
        Entry<LayerNorm>((t, m, x) =>
            F.layer_norm(x, Normalized(t, m), Registered(t, m, "weight"), Bias(t, m), m.eps)),
        Entry<GroupNorm>((t, m, x) => F.group_norm(x, m.num_groups, Registered(t, m, "weight"), Bias(t, m), m.eps)),
        Entry<LocalResponseNorm>((m, x) => F.local_response_norm(x, m.size, m.alpha, m.beta, m.k)),
        Entry<Flatten>((m, x) => x.flatten(m.start_dim, m.end_dim)),
        Entry<Unflatten>((t, m, x) => x.unflatten(m.dim, Unflattened(t, m))),
        Entry<ChannelShuffle>((m, x) => x.channel_shuffle(m.groups)),
        Pair<CosineSimilarity>((_, m, a, b) => F.cosine_similarity(a, b, m.dim, m.eps)),
        Pair<PairwiseDistance>((_, m, a, b) => F.pairwise_distance(a, b, m.norm, m.eps, m.keepdim)),
        new(typeof(MultiheadAttention), (tracer, _, _) => throw new TraceException(
            $"Module '{tracer.Scope}' is TorchSharp's MultiheadAttention, whose heads and projections are hidden. Write attention with Linear layers and "
            + "torch.nn.functional.scaled_dot_product_attention, or mark the field [Opaque].")),
    ];

    // Both follow the weights when those are cut: surgery rewrites them.
    private static Dim Groups(Tracer tracer, Convolution module) =>
        tracer.Field(module, nameof(module.groups), module.groups, value => module.groups = value);

    private static Dim[] Normalized(Tracer tracer, LayerNorm module) => module.normalized_shape is [var width]
        ? [tracer.Field(module, nameof(module.normalized_shape), width, value => module.normalized_shape = [value])]
        : Dims.Of(module.normalized_shape);

    private static Dim[] Unflattened(Tracer tracer, Unflatten module) =>
    [
        .. module.unflattened_size.Select((size, i) => size < 0 ? (Dim)size : tracer.Field(
            module, $"{nameof(module.unflattened_size)}[{i}]", size,
            value => module.unflattened_size = [.. module.unflattened_size[..i], value, .. module.unflattened_size[(i + 1)..]])),
    ];

    private static SymbolicTensor Convolve(string name, Tracer tracer, Convolution module, SymbolicTensor input)
    {
        var (weight, bias, groups) = (Weight(tracer, module), Bias(tracer, module), Groups(tracer, module));
        Dim[] stride = Dims.Of(module.stride), dilation = Dims.Of(module.dilation);
        if (module.padding_mode == PaddingModes.Zeros)
        {
            return module.padding_type is { } type
                ? F.ConvolvePadded(name, input, weight, bias, stride, type, dilation, groups)
                : F.Convolve(name, input, weight, bias, stride, Dims.Of(module.padding ?? [0]), dilation, groups);
        }

        // What the kernel covers beyond one position, half on either side, where no number is given.
        var padding = module.padding?.Select(p => (Before: p, After: p))
            ?? module.kernel_size.Zip(module.dilation, (k, d) => module.padding_type == Padding.Same ? d * (k - 1) : 0)
                .Select(cover => (Before: cover / 2, After: cover - (cover / 2)));
        var padded = F.pad(input, Dims.Of([.. padding.Reverse().SelectMany(p => new[] { p.Before, p.After })]), module.padding_mode);
        return F.Convolve(name, padded, weight, bias, stride, null, dilation, groups);
    }

    private static SymbolicTensor Transposed(string name, Tracer tracer, Convolution module, SymbolicTensor input) => F.Transposed(
        name, input, Weight(tracer, module), Bias(tracer, module), Dims.Of(module.stride), Dims.Of(module.padding ?? [0]),
        Dims.Of(module.output_padding), Dims.Of(module.dilation), module.groups);

    private static SymbolicTensor Normalize(Tracer tracer, NormBase module, SymbolicTensor input)
    {
        var (mean, variance) = (Registered(tracer, module, "running_mean"), Registered(tracer, module, "running_var"));
        var (training, statistics) = (tracer.Training, !tracer.Training || module.track_running_stats);
        return F.batch_norm(
            input, statistics ? mean : null, statistics ? variance : null, Registered(tracer, module, "weight"), Bias(tracer, module),
            training || (mean is null && variance is null), module.momentum ?? 0, module.eps);
    }

    private static SymbolicTensor NormalizeInstances(Tracer tracer, NormBase module, SymbolicTensor input)
    {
        var (mean, variance) = (Registered(tracer, module, "running_mean"), Registered(tracer, module, "running_var"));
        return F.instance_norm(
            input, mean, variance, Registered(tracer, module, "weight"), Bias(tracer, module),
            tracer.Training || (mean is null && variance is null), module.momentum ?? 0, module.eps);
    }
}
