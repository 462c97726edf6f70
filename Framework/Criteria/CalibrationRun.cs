using System.Globalization;
using Espalier.Graphs;
using Espalier.Structures;
using static TorchSharp.torch;

namespace Espalier.Criteria;

/// <summary>Goes through calibration data once and hands out contexts: one in all, one per batch, or one per sample.</summary>
/// <remarks>Nothing of a batch is kept but sums of the size of the parameters, so memory does not grow with the data.</remarks>
internal sealed class CalibrationRun(
    TracedModel model, ModelStructure structure, ScoringData data, IImportanceCriterion criterion, IReadOnlyList<Value> watched)
{
    private readonly CalibrationPass pass = new(model, criterion, data.Loss, watched);

    /// <summary>Calls with each context and its number of samples.</summary>
    /// <returns>The number of samples in all.</returns>
    public double Visit(Action<ScoringContext, double> visitor, CancellationToken cancellationToken)
    {
        if (criterion.Averaging == ScoreAveraging.Total && watched.Count > 0)
        {
            throw new CriterionException($"{criterion.Name} watches activations, which are not kept over batches. Let its Averaging be Batch or Sample.");
        }

        using var disposal = NewDisposeScope();
        using var total = new CalibrationSums();
        var (number, samples) = (0, 0L);
        foreach (var batch in data.Batches)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Check(batch, ++number);
            samples += batch.Count;
            foreach (var part in Parts(batch))
            {
                using var once = NewDisposeScope();
                var seen = pass.Run(part, number);
                if (criterion.Averaging == ScoreAveraging.Total)
                {
                    total.Add(seen, part.Count);
                }
                else
                {
                    visitor(Context(seen, part.Count), part.Count);
                }
            }
        }

        if (number == 0)
        {
            throw new CriterionException($"{criterion.Name} needs data, and there was no batch. Give at least one.");
        }

        if (criterion.Averaging == ScoreAveraging.Total)
        {
            visitor(Context(total.Mean(samples), samples), samples);
        }

        return samples;
    }

    private ScoringContext Context(CalibrationResult seen, long samples) => new(model, structure)
    {
        Gradients = criterion.Needs.HasFlag(CriterionNeeds.Gradients) ? seen.Gradients : null,
        InputNorms = criterion.Needs.HasFlag(CriterionNeeds.InputNorms) ? seen.InputSquares.ToDictionary(pair => pair.Key, pair => pair.Value.sqrt()) : null,
        Activations = criterion.Needs.HasFlag(CriterionNeeds.Activations) ? seen.Activations : null,
        ActivationGradients = criterion.Needs.HasFlag(CriterionNeeds.ActivationGradients) ? seen.ActivationGradients : null,
        Samples = samples,
    };

    private IEnumerable<ScoringBatch> Parts(ScoringBatch batch)
    {
        if (criterion.Averaging != ScoreAveraging.Sample)
        {
            return [batch];
        }

        return Enumerable.Range(0, (int)batch.Count).Select(i => new ScoringBatch(
            [.. batch.Inputs.Select(tensor => tensor.narrow(0, i, 1))], [.. batch.Targets.Select(tensor => tensor.narrow(0, i, 1))]));
    }

    private void Check(ScoringBatch batch, int number)
    {
        if (batch.Inputs.Count != model.Inputs.Count)
        {
            throw new CriterionException(string.Create(
                CultureInfo.InvariantCulture,
                $"Batch {number} has {batch.Inputs.Count} inputs; the model takes {model.Inputs.Count}. Give one tensor per parameter of its forward."));
        }

        var counts = batch.Inputs.Concat(batch.Targets).Select(tensor => tensor.dim() == 0 ? 0 : tensor.shape[0]).Distinct().ToArray();
        if (counts is not [> 0])
        {
            throw new CriterionException(string.Create(
                CultureInfo.InvariantCulture,
                $"The tensors of batch {number} have {string.Join(" and ", counts)} samples. All need the same number, at least one, along their first dimension."));
        }
    }
}
