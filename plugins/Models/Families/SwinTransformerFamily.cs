using Espalier.Plugins;

namespace Espalier.Models;

/// <summary>Transformers of shifted windows of Liu et al. (2021), with the names of torchvision's weights.</summary>
/// <param name="options">Which of them.</param>
[PluginPart("swin")]
public sealed class SwinTransformerFamily(SwinTransformerOptions options) : IModelFamily
{
    /// <inheritdoc/>
    public string Name => "swin";

    /// <inheritdoc/>
    public ModelInstance Create(ModelRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var input = FamilyInput.From(request, options, 224);
        var (depths, heads, width) = options.Size switch
        {
            SwinSize.Tiny => (new[] { 2, 2, 6, 2 }, new[] { 3, 6, 12, 24 }, 96),
            SwinSize.Small => ([2, 2, 18, 2], [3, 6, 12, 24], 96),
            _ => ([2, 2, 18, 2], [4, 8, 16, 32], 128),
        };
        return input.With(new SwinTransformer(
            input.Square(Name), options.Depths is { } own ? [.. own] : depths, options.Heads is { } ownHeads ? [.. ownHeads] : heads, options.Width ?? width,
            options.Window, options.Patch, input.Classes, input.Channels));
    }
}
