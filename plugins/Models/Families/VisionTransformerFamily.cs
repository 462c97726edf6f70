using Espalier.Plugins;

namespace Espalier.Models;

/// <summary>Vision transformers of Dosovitskiy et al. (2021) in the shapes of DeiT, with the names of timm's weights.</summary>
/// <param name="options">Which of them.</param>
[PluginPart("vision-transformer")]
public sealed class VisionTransformerFamily(VisionTransformerOptions options) : IModelFamily
{
    /// <inheritdoc/>
    public string Name => "vision-transformer";

    /// <inheritdoc/>
    public ModelInstance Create(ModelRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var input = FamilyInput.From(request, options, 224);
        var (width, heads) = options.Size switch
        {
            DeitSize.Tiny => (192, 3),
            DeitSize.Small => (384, 6),
            _ => (768, 12),
        };
        return input.With(new VisionTransformer(
            input.Square(Name), options.Patch, input.Classes, options.Width ?? width, options.Depth, options.Heads ?? heads, options.MlpRatio,
            options.Attention, input.Channels));
    }
}
