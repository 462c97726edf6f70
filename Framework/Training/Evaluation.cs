namespace Espalier.Training;

/// <summary>What a model does on a set of images.</summary>
/// <param name="Images">How many images there are.</param>
/// <param name="Loss">The mean cross entropy.</param>
/// <param name="AccuracyPercent">How many of 100 images have their label first.</param>
/// <param name="Top5Percent">How many of 100 have it among the first five; null where there are five classes or fewer.</param>
public sealed record Evaluation(long Images, double Loss, double AccuracyPercent, double? Top5Percent)
{
    /// <summary>The same numbers by name, for reports.</summary>
    public IReadOnlyDictionary<string, double> Metrics
    {
        get
        {
            var metrics = new Dictionary<string, double> { ["accuracy_percent"] = AccuracyPercent, ["evaluation_loss"] = Loss };
            if (Top5Percent is { } top5)
            {
                metrics["top5_percent"] = top5;
            }

            return metrics;
        }
    }
}
