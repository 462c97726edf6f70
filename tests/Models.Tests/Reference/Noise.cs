using System.Text;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Models.Tests.Reference;

/// <summary>Weights and inputs that follow from names alone, by the rule of make_logits.py.</summary>
internal static class Noise
{
    /// <summary>Norms near one, biases near zero, weights as wide as keeps the signal's size. Masks stay what they are.</summary>
    public static T Fill<T>(T model)
        where T : nn.Module
    {
        using var gradients = no_grad();
        using var scope = NewDisposeScope();
        foreach (var (name, tensor) in model.state_dict())
        {
            if (tensor.is_floating_point() && !name.EndsWith("mask", StringComparison.Ordinal))
            {
                tensor.copy_(Values(name, tensor));
            }
        }

        return model;
    }

    /// <summary>A tensor of noise in [-1, 1).</summary>
    public static Tensor Input(params long[] shape) => Make("input", shape, (u, _) => u, 0);

    private static Tensor Values(string name, Tensor like)
    {
        if (name.EndsWith("running_var", StringComparison.Ordinal))
        {
            return Make(name, like.shape, (u, _) => 1 + (0.5 * u), 0);
        }

        if (name.EndsWith("running_mean", StringComparison.Ordinal) || name.EndsWith("bias", StringComparison.Ordinal))
        {
            return Make(name, like.shape, (u, _) => 0.1 * u, 0);
        }

        if (!name.EndsWith("weight", StringComparison.Ordinal))
        {
            return Make(name, like.shape, (u, _) => 0.5 * u, 0);
        }

        return like.dim() == 1
            ? Make(name, like.shape, (u, _) => 1 + (0.2 * u), 0)
            : Make(name, like.shape, (u, bound) => u * bound, Math.Sqrt(6.0 / (like.numel() / like.shape[0])));
    }

    private static Tensor Make(string name, long[] shape, Func<double, double, double> value, double bound)
    {
        var seed = 2166136261u;
        foreach (var letter in Encoding.UTF8.GetBytes(name))
        {
            seed = (seed ^ letter) * 16777619u;
        }

        var values = new float[shape.Aggregate(1L, (count, size) => count * size)];
        for (var i = 0; i < values.Length; i++)
        {
            var x = ((uint)i * 2654435761u) + seed;
            x = (x ^ (x >> 16)) * 2246822507u;
            x = (x ^ (x >> 13)) * 3266489909u;
            x ^= x >> 16;
            values[i] = (float)value((x / 2147483648.0) - 1, bound);
        }

        return tensor(values).reshape(shape);
    }
}
