namespace Espalier.Reports;

/// <summary>Training curves: loss, accuracy and learning rate over the epochs of all trainings of a step, one after another.</summary>
internal static class TrainingPlots
{
    public static IEnumerable<Plot> Of(IReadOnlyList<TrainingCurve> curves)
    {
        TrainingEpoch[] epochs = [.. curves.SelectMany(curve => curve.Epochs)];
        if (epochs.Length == 0)
        {
            return [];
        }

        PlotMark[] marks = [.. curves.Count < 2 ? [] : Marks(curves)];
        var rounds = marks.Length > 0 ? " Vertical lines mark where a round begins." : "";
        return ((LinesPlot?[])
            [
                Plot("Loss", $"The training loss is the mean over an epoch, with augmentation; the other is on held-out data.{rounds}", "Loss", null,
                    ("training", epoch => epoch.Loss), ("evaluation", epoch => epoch.ValidationLoss)),
                Plot("Accuracy", $"On held-out data, after each epoch.{rounds}", "Accuracy", "%", ("evaluation", epoch => epoch.AccuracyPercent)),
                Plot("Learning rate", $"At the end of each epoch.{rounds}", "Learning rate", null, ("learning rate", epoch => epoch.LearningRate)),
            ]).OfType<LinesPlot>().Select(plot => plot with { Marks = marks });

        LinesPlot? Plot(string title, string explanation, string axis, string? unit, params (string Name, Func<TrainingEpoch, double?> Value)[] series)
        {
            PlotSeries[] present = [.. series.Select(one => Series(epochs, one.Name, one.Value)).OfType<PlotSeries>()];
            return present.Length == 0 ? null : new LinesPlot(title, explanation, new PlotAxis("Epoch"), new PlotAxis(axis, unit), present) { Small = true };
        }
    }

    private static PlotSeries? Series(TrainingEpoch[] epochs, string name, Func<TrainingEpoch, double?> value)
    {
        double[] values = [.. epochs.Select(epoch => value(epoch) ?? double.NaN)];
        return values.All(double.IsNaN) ? null : new PlotSeries(name, [.. epochs.Select((_, index) => (double)index + 1)], values);
    }

    private static IEnumerable<PlotMark> Marks(IReadOnlyList<TrainingCurve> curves)
    {
        var start = 1;
        foreach (var curve in curves)
        {
            yield return new PlotMark(start - 0.5, curve.Name);
            start += curve.Epochs.Count;
        }
    }
}
