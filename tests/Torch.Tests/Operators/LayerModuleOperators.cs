using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Espalier.Torch.Tests.Operators;

/// <summary>Modules with parameters, which are set from the inputs; the gradients are taken with respect to the parameters.</summary>
internal static class LayerModuleOperators
{
    public static readonly OperatorTable Table = new()
    {
        { "module_linear", x => Linear(x, nn.Linear(3, 4)), x => LinearWithNewParameters(x) },
        { "module_linear_no_bias", x => Linear(x, nn.Linear(3, 4, false)), x => Linear(x, nn.Linear(3, 4, hasBias: false)) },
        { "module_bilinear", Bilinear },
        { "module_conv1d", x => Conv1d(x, nn.Conv1d(2, 3, 3, 2, 1)) },
        { "module_conv2d", x => Conv2d(x, nn.Conv2d(2, 3, 3)) },
        { "module_conv2d_stride_padding", x => Conv2d(x, nn.Conv2d(2, 2, 3, stride: 2, padding: 1, bias: false)) },
        { "module_conv2d_dilation", x => Conv2d(x, nn.Conv2d(1, 2, 2, dilation: 2)) },
        { "module_conv2d_rectangular", x => Conv2d(x, nn.Conv2d(2, 2, (3, 2), (1, 2), (1, 0))) },
        { "module_conv2d_groups", x => Conv2d(x, nn.Conv2d(4, 4, 2, groups: 2)) },
        { "module_conv2d_depthwise", x => Conv2d(x, nn.Conv2d(3, 6, 3, padding: 1, groups: 3)) },
        { "module_conv2d_pointwise", x => Conv2d(x, nn.Conv2d(3, 2, 1, bias: false)) },
        { "module_conv2d_reflect", x => Conv2d(x, nn.Conv2d(1, 2, 3, 1, 1, 1, PaddingModes.Reflect)) },
        { "module_conv2d_same", x => Conv2d(x, nn.Conv2d(1, 2, 3, Padding.Same)) },
        { "module_conv_transpose1d", x => ConvTranspose1d(x, nn.ConvTranspose1d(2, 3, 3, 2, 1)) },
        { "module_conv_transpose2d", x => ConvTranspose2d(x, nn.ConvTranspose2d(2, 2, 3, 2, 1, 1)) },
        { "module_batch_norm1d_train", x => BatchNorm1d(x, true) },
        { "module_batch_norm1d_eval", x => BatchNorm1d(x, false) },
        { "module_batch_norm2d_train", x => BatchNorm2d(x, nn.BatchNorm2d(3, 1e-4, 0.3), true) },
        { "module_batch_norm2d_eval", x => BatchNorm2d(x, nn.BatchNorm2d(3, eps: 1e-4), false) },
        { "module_batch_norm2d_plain", x => [On(x[0], nn.BatchNorm2d(3, affine: false)).call(x[0])] },
        { "module_layer_norm", x => LayerNorm(x, nn.LayerNorm(4)), x => LayerNorm(x, nn.LayerNorm([4])) },
        { "module_layer_norm_two_dims", x => LayerNorm(x, nn.LayerNorm([3, 4], 1e-4)) },
        { "module_group_norm", GroupNorm },
        { "module_instance_norm2d", InstanceNorm2d },
        { "module_instance_norm2d_plain", x => [On(x[0], nn.InstanceNorm2d(3)).call(x[0])] },
        { "module_embedding", x => Embedding(x, nn.Embedding(5, 3)), x => Embedding(x, Embedding_from_pretrained(x[1].detach(), false)) },
        { "module_embedding_padding", x => Embedding(x, nn.Embedding(4, 3, padding_idx: 1)) },
        { "module_multihead_attention", Attention },
        { "module_sequential",
            x => Sequence(x, nn.Sequential(nn.Linear(3, 4), Tanh(), nn.Linear(4, 2))),
            x => Sequence(x, nn.Sequential(("first", nn.Linear(3, 4)), ("tanh", Tanh()), ("second", nn.Linear(4, 2)))),
            x => Sequence(x, nn.Sequential(new List<Module<Tensor, Tensor>> { nn.Linear(3, 4), Tanh(), nn.Linear(4, 2) })) },
        { "module_sequential_convolutions", x => Sequence(x, nn.Sequential(
            nn.Conv2d(1, 2, 3), nn.GroupNorm(1, 2), GELU(), AdaptiveAvgPool2d(1), Flatten(), nn.Linear(2, 3, false))) },
    };

    private static T On<T>(Tensor like, T module)
        where T : Module => module.to(like.device, like.dtype);

    /// <summary>Copies inputs into parameters and puts the parameters in their places.</summary>
    private static void Set(Tensor[] x, int first, params Tensor?[] parameters)
    {
        using var undo = no_grad();
        foreach (var parameter in parameters.OfType<Tensor>())
        {
            parameter.copy_(x[first]);
            x[first++] = parameter;
        }
    }

    private static Tensor[] Linear(Tensor[] x, Linear layer)
    {
        layer = On(x[0], layer);
        Set(x, 1, layer.weight, layer.bias);
        return [layer.call(x[0])];
    }

    private static Tensor[] LinearWithNewParameters(Tensor[] x)
    {
        var layer = On(x[0], nn.Linear(3, 4));
        layer.weight = new Parameter(x[1].detach().clone());
        layer.bias = Parameter(x[2].detach().clone());
        (x[1], x[2]) = (layer.weight, layer.bias);
        return [layer.forward(x[0])];
    }

    private static Tensor[] Bilinear(Tensor[] x)
    {
        var layer = nn.Bilinear(2, 3, 4, device: x[0].device, dtype: x[0].dtype);
        Set(x, 2, layer.weight, layer.bias);
        return [layer.call(x[0], x[1])];
    }

    private static Tensor[] Conv1d(Tensor[] x, Conv1d layer)
    {
        layer = On(x[0], layer);
        Set(x, 1, layer.weight, layer.bias);
        return [layer.call(x[0])];
    }

    private static Tensor[] Conv2d(Tensor[] x, Conv2d layer)
    {
        layer = On(x[0], layer);
        Set(x, 1, layer.weight, layer.bias);
        return [layer.call(x[0])];
    }

    private static Tensor[] ConvTranspose1d(Tensor[] x, ConvTranspose1d layer)
    {
        layer = On(x[0], layer);
        Set(x, 1, layer.weight, layer.bias);
        return [layer.call(x[0])];
    }

    private static Tensor[] ConvTranspose2d(Tensor[] x, ConvTranspose2d layer)
    {
        layer = On(x[0], layer);
        Set(x, 1, layer.weight, layer.bias);
        return [layer.call(x[0])];
    }

    private static Tensor[] BatchNorm1d(Tensor[] x, bool training)
    {
        var layer = On(x[0], nn.BatchNorm1d(3));
        layer.train(training);
        Set(x, 1, layer.weight, layer.bias, layer.running_mean, layer.running_var);
        return [layer.call(x[0]), layer.running_mean!, layer.running_var!];
    }

    private static Tensor[] BatchNorm2d(Tensor[] x, BatchNorm2d layer, bool training)
    {
        layer = On(x[0], layer);
        if (!training)
            layer.eval();
        Set(x, 1, layer.weight, layer.bias, layer.running_mean, layer.running_var);
        return [layer.call(x[0]), layer.running_mean!, layer.running_var!];
    }

    private static Tensor[] LayerNorm(Tensor[] x, LayerNorm layer)
    {
        layer = On(x[0], layer);
        Set(x, 1, layer.weight, layer.bias);
        return [layer.call(x[0])];
    }

    private static Tensor[] GroupNorm(Tensor[] x)
    {
        var layer = nn.GroupNorm(2, 4, device: x[0].device, dtype: x[0].dtype);
        Set(x, 1, layer.weight, layer.bias);
        return [layer.call(x[0])];
    }

    private static Tensor[] InstanceNorm2d(Tensor[] x)
    {
        var layer = On(x[0], nn.InstanceNorm2d(3, affine: true));
        Set(x, 1, layer.weight, layer.bias);
        return [layer.call(x[0])];
    }

    private static Tensor[] Embedding(Tensor[] x, Embedding layer)
    {
        layer = On(x[1], layer);
        Set(x, 1, layer.weight);
        return [layer.call(x[0])];
    }

    private static Tensor[] Attention(Tensor[] x)
    {
        var layer = On(x[0], MultiheadAttention(4, 2));
        var named = layer.named_parameters().ToDictionary(one => one.name, one => one.parameter);
        Set(x, 1, named["in_proj_weight"], named["in_proj_bias"], named["out_proj.weight"], named["out_proj.bias"]);
        var (output, weights) = layer.call(x[0], x[0], x[0]);
        return [output, weights];
    }

    private static Tensor[] Sequence(Tensor[] x, Sequential layers)
    {
        layers = On(x[0], layers);
        Set(x, 1, [.. layers.parameters()]);
        return [layers.call(x[0])];
    }
}
