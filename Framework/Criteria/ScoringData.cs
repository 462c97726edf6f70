using static TorchSharp.torch;

namespace Espalier.Criteria;

/// <summary>What criteria that need data are given.</summary>
/// <param name="Batches">The batches, gone through once per criterion. They stay the caller's; each is used only until the next is asked for.</param>
/// <param name="Loss">The mean loss of a batch from the model's results and the targets: a single number. May be null where no gradients are needed.</param>
public sealed record ScoringData(IEnumerable<ScoringBatch> Batches, Func<IReadOnlyList<Tensor>, IReadOnlyList<Tensor>, Tensor>? Loss = null)
{
    /// <summary>Data for a model with one result and a loss with one target.</summary>
    public static ScoringData Of(IEnumerable<ScoringBatch> batches, Func<Tensor, Tensor, Tensor> loss) =>
        new(batches, (results, targets) => loss(results[0], targets[0]));
}
