using Espalier.Plugins;

namespace Espalier.Models;

/// <summary>Networks of split and shuffled channels of Ma et al. (2018), with the names of torchvision's weights.</summary>
/// <param name="options">Which of them.</param>
[PluginPart("shufflenet-v2")]
public sealed class ShuffleNetV2Family(ShuffleNetV2Options options) : IModelFamily
{
    /// <inheritdoc/>
    public string Name => "shufflenet-v2";

    /// <inheritdoc/>
    public ModelInstance Create(ModelRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var input = FamilyInput.From(request, options, 224);
        int[] widths = options.Width switch
        {
            ShuffleNetWidth.Half => [24, 48, 96, 192, 1024],
            ShuffleNetWidth.Standard => [24, 116, 232, 464, 1024],
            ShuffleNetWidth.OneAndAHalf => [24, 176, 352, 704, 1024],
            _ => [24, 244, 488, 976, 2048],
        };
        return input.With(new ShuffleNetV2([4, 8, 4], widths, input.Classes, input.Channels));
    }
}
