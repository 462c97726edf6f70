using Espalier.Data;
using Espalier.Graphs;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Espalier.Training;

/// <summary>Replaces the running statistics of batch norms by the mean of the statistics of some batches.</summary>
internal static class BatchNormRecalibration
{
    /// <summary>Recalibrates a model; a model without running statistics stays as it is.</summary>
    /// <param name="module">The model; it is in its former mode afterwards.</param>
    /// <param name="forward">Runs it.</param>
    /// <param name="batches">Training images as they are; disposed of one by one.</param>
    /// <param name="device">Where the model lies.</param>
    /// <param name="cancellationToken">Stops between batches; the statistics are then as they were.</param>
    public static void Run(
        nn.Module module, Func<Tensor, Tensor> forward, IEnumerable<Batch> batches, Device device, CancellationToken cancellationToken)
    {
        using var outer = NewDisposeScope();
        using var off = no_grad();
        Statistics[] norms = [.. new ModuleNames(module).Modules.Select(entry => entry.Module).OfType<BatchNorm>()
            .Where(norm => norm.running_mean is not null && norm.running_var is not null).Select(norm => new Statistics(norm))];
        if (norms.Length == 0)
        {
            return;
        }

        using var mode = new EvaluationMode(module);
        var (count, isComplete) = (0, false);
        try
        {
            foreach (var norm in norms)
            {
                norm.Begin();
            }

            foreach (var made in batches)
            {
                using var batch = made.To(device);
                cancellationToken.ThrowIfCancellationRequested();
                using var scope = NewDisposeScope();
                forward(batch.Images);
                count++;
                Array.ForEach(norms, norm => norm.Add(count));
            }

            isComplete = count > 0;
        }
        finally
        {
            Array.ForEach(norms, norm => norm.End(isComplete));
        }
    }

    /// <summary>The statistics of one norm, and their mean so far.</summary>
    private sealed class Statistics(BatchNorm norm)
    {
        private readonly double? momentum = norm.momentum;
        private readonly Tensor formerMean = norm.running_mean!.clone();
        private readonly Tensor formerVariance = norm.running_var!.clone();
        private readonly Tensor mean = norm.running_mean!.zeros_like();
        private readonly Tensor variance = norm.running_var!.zeros_like();

        // With a momentum of 1 the running statistics are the last batch's.
        public void Begin()
        {
            norm.momentum = 1;
            norm.train();
        }

        public void Add(int count)
        {
            mean.add_(norm.running_mean!.sub(mean), alpha: 1.0 / count);
            variance.add_(norm.running_var!.sub(variance), alpha: 1.0 / count);
        }

        public void End(bool isComplete)
        {
            norm.momentum = momentum;
            norm.running_mean!.copy_(isComplete ? mean : formerMean);
            norm.running_var!.copy_(isComplete ? variance : formerVariance);
        }
    }
}
