using Espalier.Data;
using static TorchSharp.torch;

namespace Espalier.Training;

/// <summary>What a model's outputs must be.</summary>
internal static class LogitsCheck
{
    /// <summary>Throws where outputs are not one number per image and class.</summary>
    public static void Classes(Tensor logits, long images, ImageSet set)
    {
        if (logits.ndim != 2 || logits.shape[0] != images || logits.shape[1] != set.Classes.Count)
        {
            throw new TrainingException(
                $"The model makes [{string.Join(", ", logits.shape)}] of {images} images; {set.Name} has {set.Classes.Count} classes, so it must be "
                + $"[{images}, {set.Classes.Count}]. Set the number of classes of the model (model: {{ classes: {set.Classes.Count} }}) or take other data.");
        }
    }

    /// <summary>An evaluation whose loss is not a number.</summary>
    public static TrainingException NotFinite(ImageSet set, long step) => new(
        $"The model's outputs for batch {step} of {set.Name} are infinite or not numbers. Its weights or batch-norm statistics are: train it again with a "
        + "lower learning rate, or go back to an earlier checkpoint.");
}
