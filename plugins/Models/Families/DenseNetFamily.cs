using Espalier.Plugins;

namespace Espalier.Models;

/// <summary>Densely connected networks of Huang et al. (2017), with the names of torchvision's weights.</summary>
/// <param name="options">Which of them.</param>
[PluginPart("densenet")]
public sealed class DenseNetFamily(DenseNetOptions options) : IModelFamily
{
    /// <inheritdoc/>
    public string Name => "densenet";

    /// <inheritdoc/>
    public ModelInstance Create(ModelRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var input = FamilyInput.From(request, options, 224);
        int[] blocks = options.Blocks is { } own ? [.. own] : options.Depth switch
        {
            DenseNetDepth.Layers121 => [6, 12, 24, 16],
            DenseNetDepth.Layers169 => [6, 12, 32, 32],
            _ => [6, 12, 48, 32],
        };
        return input.With(new DenseNet(blocks, input.Classes, options.Growth, options.Width, input.Channels));
    }
}
