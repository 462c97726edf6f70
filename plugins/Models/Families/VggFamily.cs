using Espalier.Plugins;

namespace Espalier.Models;

/// <summary>Networks of plain convolutions of Simonyan and Zisserman (2015) with batch normalisation, with the names of torchvision's weights.</summary>
/// <param name="options">Which of them.</param>
[PluginPart("vgg")]
public sealed class VggFamily(VggOptions options) : IModelFamily
{
    /// <inheritdoc/>
    public string Name => "vgg";

    /// <inheritdoc/>
    public ModelInstance Create(ModelRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var input = FamilyInput.From(request, options, 224);
        int[][] stages = options.Depth switch
        {
            VggDepth.Layers11 => [[64], [128], [256, 256], [512, 512], [512, 512]],
            VggDepth.Layers13 => [[64, 64], [128, 128], [256, 256], [512, 512], [512, 512]],
            VggDepth.Layers16 => [[64, 64], [128, 128], [256, 256, 256], [512, 512, 512], [512, 512, 512]],
            _ => [[64, 64], [128, 128], [256, 256, 256, 256], [512, 512, 512, 512], [512, 512, 512, 512]],
        };
        return input.With(new Vgg(stages, input.Classes, options.Hidden, options.Dropout, input.Channels));
    }
}
