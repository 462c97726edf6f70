using Espalier.Plugins;

namespace Espalier.Models;

/// <summary>Networks of Ronneberger et al. (2015) that give a class to every pixel.</summary>
/// <param name="options">Which of them.</param>
[PluginPart("unet")]
public sealed class UNetFamily(UNetOptions options) : IModelFamily
{
    /// <inheritdoc/>
    public string Name => "unet";

    /// <inheritdoc/>
    public ModelInstance Create(ModelRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var input = FamilyInput.From(request, options, 64, 2);
        if (input.Height % (1 << options.Depth) != 0 || input.Width % (1 << options.Depth) != 0)
        {
            throw new ArgumentException(
                $"Images of {input.Height} x {input.Width} cannot be halved {options.Depth} times. Set depth or image-size of the family '{Name}'.");
        }

        return input.With(new UNet(input.Classes, options.Depth, options.Width, input.Channels));
    }
}
