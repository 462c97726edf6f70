using Espalier.Plugins;

namespace Espalier.Models;

/// <summary>Residual networks for large images of He et al. (2016), with the names of torchvision's weights.</summary>
/// <param name="options">Which of them.</param>
[PluginPart("resnet")]
public sealed class ResNetFamily(ResNetOptions options) : IModelFamily
{
    /// <inheritdoc/>
    public string Name => "resnet";

    /// <inheritdoc/>
    public ModelInstance Create(ModelRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var input = FamilyInput.From(request, options, 224);
        var (depths, bottleneck) = options.Depth switch
        {
            ResNetDepth.Layers18 => (new[] { 2, 2, 2, 2 }, false),
            ResNetDepth.Layers34 => ([3, 4, 6, 3], false),
            ResNetDepth.Layers50 => ([3, 4, 6, 3], true),
            ResNetDepth.Layers101 => ([3, 4, 23, 3], true),
            _ => ([3, 8, 36, 3], true),
        };
        return input.With(new ResNet(depths, bottleneck, input.Classes, options.Width, input.Channels));
    }
}
