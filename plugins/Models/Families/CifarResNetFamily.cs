using Espalier.Plugins;

namespace Espalier.Models;

/// <summary>Residual networks for small images of He et al. (2016): 20, 32, 44, 56 or 110 layers, with the names of the published weights.</summary>
/// <param name="options">Which of them.</param>
[PluginPart("resnet-cifar")]
public sealed class CifarResNetFamily(CifarResNetOptions options) : IModelFamily
{
    /// <inheritdoc/>
    public string Name => "resnet-cifar";

    /// <inheritdoc/>
    public ModelInstance Create(ModelRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var input = FamilyInput.From(request, options, 32, 10);
        return input.With(new CifarResNet(options.Depth, input.Classes, options.Shortcut, options.Width, input.Channels));
    }
}
