using Espalier.Plugins;

namespace Espalier.Models;

/// <summary>Linear layers with ReLU between them.</summary>
/// <param name="options">Which of them.</param>
[PluginPart("mlp")]
public sealed class MlpFamily(MlpOptions options) : IModelFamily
{
    /// <inheritdoc/>
    public string Name => "mlp";

    /// <inheritdoc/>
    public ModelInstance Create(ModelRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var input = FamilyInput.From(request, options, 28, 10);
        return input.With(new Mlp([input.Channels * input.Height * input.Width, .. options.Hidden, input.Classes]));
    }
}
