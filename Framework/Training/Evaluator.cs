using Espalier.Data;
using Espalier.Graphs;
using Espalier.Methods;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Training;

/// <summary>Measures accuracy and loss.</summary>
/// <param name="data">How images become batches.</param>
/// <param name="device">Where the model lies.</param>
public sealed class Evaluator(ModelData data, Device device)
{
    private const int Top = 5;

    /// <summary>Evaluates a model, which is in its former mode afterwards.</summary>
    /// <param name="model">The model.</param>
    /// <param name="set">One of the sets of the data.</param>
    /// <param name="progress">Hears how many images are done; may be null.</param>
    /// <param name="cancellationToken">Stops between batches.</param>
    /// <exception cref="TrainingException">The model's outputs do not fit the classes, or are no numbers.</exception>
    public Evaluation Evaluate(
        TracedModel model, ImageSet set, IProgress<MethodProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Evaluate(model.Module, new ModelForward(model).Run, set, progress, cancellationToken);
    }

    /// <summary>Evaluates a model by another forward than its own: with masks, with other weights.</summary>
    /// <param name="module">The model, which is put in evaluation mode meanwhile.</param>
    /// <param name="forward">Makes logits [N, classes] of images [N, C, H, W]; the evaluator disposes of them.</param>
    /// <param name="set">One of the sets of the data.</param>
    /// <param name="progress">Hears how many images are done; may be null.</param>
    /// <param name="cancellationToken">Stops between batches.</param>
    /// <exception cref="TrainingException">The outputs do not fit the classes, or are no numbers.</exception>
    public Evaluation Evaluate(
        nn.Module module, Func<Tensor, Tensor> forward, ImageSet set, IProgress<MethodProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(module);
        ArgumentNullException.ThrowIfNull(forward);
        ArgumentNullException.ThrowIfNull(set);
        var report = new ThrottledProgress(progress);
        using var mode = new EvaluationMode(module);
        using var off = no_grad();
        var (images, loss, first, amongFive) = (0L, 0.0, 0L, 0L);
        foreach (var made in data.Evaluation(set).Epoch(0, 0, cancellationToken))
        {
            using var batch = made.To(device);
            using var scope = NewDisposeScope();
            var logits = forward(batch.Images);
            LogitsCheck.Classes(logits, batch.Count, set);
            var batchLoss = nn.functional.cross_entropy(logits, batch.Labels, reduction: nn.Reduction.Sum).item<float>();
            loss += float.IsFinite(batchLoss) ? batchLoss : throw LogitsCheck.NotFinite(set, batch.Step);
            first += logits.argmax(1).eq(batch.Labels).sum().item<long>();
            if (set.Classes.Count > Top)
            {
                amongFive += logits.topk(Top, 1).indexes.eq(batch.Labels.unsqueeze(1)).sum().item<long>();
            }

            images += batch.Count;
            report.Report(() => new MethodProgress($"evaluating on {set.Name}", images, set.Count));
        }

        return new Evaluation(images, loss / images, Percent(first), set.Classes.Count > Top ? Percent(amongFive) : null);

        double Percent(long right) => 100.0 * right / images;
    }
}
