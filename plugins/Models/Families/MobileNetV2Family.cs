using Espalier.Plugins;

namespace Espalier.Models;

/// <summary>Networks of inverted residuals of Sandler et al. (2018), with the names of torchvision's weights.</summary>
/// <param name="options">Which of them.</param>
[PluginPart("mobilenet-v2")]
public sealed class MobileNetV2Family(MobileNetV2Options options) : IModelFamily
{
    /// <inheritdoc/>
    public string Name => "mobilenet-v2";

    /// <inheritdoc/>
    public ModelInstance Create(ModelRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var input = FamilyInput.From(request, options, 224);
        return input.With(new MobileNetV2(input.Classes, options.Width, options.Dropout, input.Channels));
    }
}
