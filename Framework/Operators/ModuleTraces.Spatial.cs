using Espalier.Symbolic;
using TorchSharp;
using TorchSharp.Modules;
using F = Espalier.Symbolic.torch.nn.functional;

namespace Espalier.Operators;

/// <content>Pooling, padding and resizing.</content>
public static partial class ModuleTraces
{
    private static IEnumerable<KeyValuePair<Type, ModuleTrace>> Spatial() =>
    [
        Entry<MaxPool1d>((m, x) => F.max_pool1d(x, m.kernel_size, m.stride, m.padding, m.dilation, m.ceil_mode)),
        Entry<MaxPool2d>((m, x) => F.max_pool2d(x, Dims.Of(m.kernel_size), Or(m.stride), Or(m.padding), Or(m.dilation), m.ceil_mode)),
        Entry<MaxPool3d>((m, x) => F.max_pool3d(x, Dims.Of(m.kernel_size), Or(m.stride), Or(m.padding), Or(m.dilation), m.ceil_mode)),
        Entry<AvgPool1d>((m, x) => F.avg_pool1d(x, m.kernel_size, m.stride, m.padding, m.ceil_mode, m.count_include_pad)),
        Entry<AvgPool2d>((m, x) =>
            F.avg_pool2d(x, Dims.Of(m.kernel_size), Or(m.stride), Or(m.padding), m.ceil_mode, m.count_include_pad, m.divisor_override)),
        Entry<AvgPool3d>((m, x) =>
            F.avg_pool3d(x, Dims.Of(m.kernel_size), Or(m.stride), Or(m.padding), m.ceil_mode, m.count_include_pad, m.divisor_override)),
        Entry<LPPool1d>((m, x) => F.lp_pool1d(x, m.norm_type, m.kernel_size, m.stride, m.ceil_mode)),
        Entry<LPPool2d>((m, x) => F.lp_pool2d(x, m.norm_type, Dims.Of(m.kernel_size), Or(m.stride), m.ceil_mode)),
        Entry<AdaptiveAvgPool1d>((m, x) => F.adaptive_avg_pool1d(x, m.output_size)),
        Entry<AdaptiveAvgPool2d>((m, x) => F.adaptive_avg_pool2d(x, Dims.Of(m.output_size))),
        Entry<AdaptiveAvgPool3d>((m, x) => F.adaptive_avg_pool3d(x, Dims.Of(m.output_size))),
        Entry<AdaptiveMaxPool1d>((m, x) => F.adaptive_max_pool1d(x, m.output_size)),
        Entry<AdaptiveMaxPool2d>((m, x) => F.adaptive_max_pool2d(x, Dims.Of(m.output_size))),
        Entry<AdaptiveMaxPool3d>((m, x) => F.adaptive_max_pool3d(x, Dims.Of(m.output_size))),
        Entry<ConstantPad1d>((m, x) => Pad(m, x, PaddingModes.Constant)),
        Entry<ConstantPad2d>((m, x) => Pad(m, x, PaddingModes.Constant)),
        Entry<ConstantPad3d>((m, x) => Pad(m, x, PaddingModes.Constant)),
        Entry<ZeroPad2d>((m, x) => Pad(m, x, PaddingModes.Constant)),
        Entry<ReflectionPad1d>((m, x) => Pad(m, x, PaddingModes.Reflect)),
        Entry<ReflectionPad2d>((m, x) => Pad(m, x, PaddingModes.Reflect)),
        Entry<ReflectionPad3d>((m, x) => Pad(m, x, PaddingModes.Reflect)),
        Entry<ReplicationPad1d>((m, x) => Pad(m, x, PaddingModes.Replicate)),
        Entry<ReplicationPad2d>((m, x) => Pad(m, x, PaddingModes.Replicate)),
        Entry<ReplicationPad3d>((m, x) => Pad(m, x, PaddingModes.Replicate)),
        Entry<PixelShuffle>((m, x) => F.pixel_shuffle(x, m.upscale_factor)),
        Entry<PixelUnshuffle>((m, x) => F.pixel_unshuffle(x, m.downscale_factor)),
        Entry<Unfold>((m, x) => F.unfold(x, Two(m.kernel_size), Two(m.dilation), Two(m.padding), Two(m.stride))),
        Entry<Fold>((m, x) => F.fold(x, Two(m.output_size), Two(m.kernel_size), Two(m.dilation), Two(m.padding), Two(m.stride))),
        Entry<Upsample>((m, x) => F.interpolate(
            x, m.size.IsEmpty ? null : Dims.Of(m.size.ToArray()), m.scale_factor.IsEmpty ? null : m.scale_factor.ToArray(),
            (TorchSharp.torch.InterpolationMode)m.mode, m.align_corners, m.recompute_scale_factor ?? false)),
    ];

    private static SymbolicTensor Pad(PadBase module, SymbolicTensor input, PaddingModes mode) =>
        F.pad(input, Dims.Of(module.padding), mode, module.value);

    private static Dim[]? Or(long[]? sizes) => sizes is null ? null : Dims.Of(sizes);

    private static (Dim, Dim) Two((long, long) pair) => (pair.Item1, pair.Item2);
}
