using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Torch.Tests.Training;

/// <summary>The weights that models begin with.</summary>
public static class Weights
{
    /// <summary>Gives every parameter its own wave: its phase is its place in the order of the names.</summary>
    public static TModule Fill<TModule>(TModule model)
        where TModule : nn.Module
    {
        using var off = no_grad();
        var phase = 0;
        foreach (var (name, parameter) in model.named_parameters().OrderBy(pair => pair.name, StringComparer.Ordinal))
        {
            var (offset, height) = parameter.dim() > 1 ? (0, 0.3) : name.EndsWith("weight", StringComparison.Ordinal) ? (1, 0.1) : (0, 0.1);
            using var values = Waves.Wave(parameter.shape, phase++, ScalarType.Float64, offset, height);
            parameter.copy_(values);
        }

        return model;
    }
}
