using static TorchSharp.torch;

namespace Espalier.Training;

/// <summary>What training makes smaller. Each loss is the mean over a batch, with gradients.</summary>
public static class Losses
{
    /// <summary>Cross entropy with label smoothing (arXiv 1512.00567, section 7): targets are <c>(1 - s) q + s / classes</c>.</summary>
    /// <param name="logits">[N, classes].</param>
    /// <param name="labels">int64 [N].</param>
    /// <param name="targets">[N, classes], each row adding up to 1, in place of the labels; null: the labels.</param>
    /// <param name="smoothing">s, from 0 to below 1.</param>
    public static Tensor CrossEntropy(Tensor logits, Tensor labels, Tensor? targets = null, double smoothing = 0) =>
        nn.functional.cross_entropy(logits, targets ?? labels, label_smoothing: smoothing);

    /// <summary>
    /// Distillation (arXiv 1503.02531): <c>T^2 KL(softmax(teacher / T) || softmax(logits / T))</c>. The factor keeps gradients of the same size at every
    /// temperature.
    /// </summary>
    /// <param name="logits">[N, classes].</param>
    /// <param name="teacher">[N, classes], without gradients.</param>
    /// <param name="temperature">T, above 0.</param>
    public static Tensor Distillation(Tensor logits, Tensor teacher, double temperature)
    {
        ArgumentNullException.ThrowIfNull(logits);
        ArgumentNullException.ThrowIfNull(teacher);
        using var scope = NewDisposeScope();
        var expected = teacher.div(temperature).log_softmax(1);
        var given = logits.div(temperature).log_softmax(1);
        return nn.functional.kl_div(given, expected, log_target: true, nn.Reduction.Sum)
            .mul(temperature * temperature / logits.shape[0])
            .MoveToOuterDisposeScope();
    }
}
