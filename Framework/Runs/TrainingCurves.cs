using System.Text.Json;
using Espalier.Reports;

namespace Espalier.Runs;

/// <summary>Reads the training of a run's steps from its metrics.</summary>
internal static class TrainingCurves
{
    /// <summary>The curves of each step, by the step's number from 1: a new one begins wherever epochs count from 0 again.</summary>
    public static ILookup<int, TrainingCurve> Read(string metrics)
    {
        var found = new List<(int Step, List<TrainingEpoch> Epochs)>();
        foreach (var line in File.ReadLines(metrics))
        {
            using var json = JsonDocument.Parse(line);
            var record = json.RootElement;
            if (record.GetProperty("kind").GetString() != "epoch")
            {
                continue;
            }

            var (step, index) = (record.GetProperty("step").GetInt32(), record.GetProperty("index").GetInt64());
            if (found.Count == 0 || found[^1].Step != step || found[^1].Epochs.Count > index)
            {
                found.Add((step, []));
            }

            found[^1].Epochs.Add(Epoch((int)index + 1, record.GetProperty("values")));
        }

        return found.GroupBy(curve => curve.Step)
            .SelectMany(step => step.Select((curve, i) => (step.Key, Curve: new TrainingCurve(step.Count() > 1 ? $"round {i + 1}" : "", curve.Epochs))))
            .ToLookup(pair => pair.Key, pair => pair.Curve);
    }

    private static TrainingEpoch Epoch(int number, JsonElement values) => new(
        number, Value(values, "loss") ?? double.NaN, Value(values, "evaluation_loss"),
        Value(values, "accuracy_percent"), Value(values, "lr"));

    private static double? Value(JsonElement values, string name) =>
        values.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;
}
