using Espalier.Data;
using Espalier.Graphs;
using Espalier.Methods;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Framework.Tests.Training;

/// <summary>What the host keeps of a run: the step's state with the model, and the metrics up to there. It can break off after a save.</summary>
internal sealed class MemoryRun : IStepState, IMetricsSink
{
    private readonly List<string> metrics = [];
    private Dictionary<string, Tensor> model = [];
    private int savedMetrics;

    /// <summary>Whether each save is followed by a crash.</summary>
    public bool CrashAfterSave { get; set; }

    public int Saves { get; private set; }

    public IReadOnlyList<string> Metrics => metrics;

    public StepSnapshot? Restored { get; private set; }

    public void Save(StepSnapshot snapshot)
    {
        using var off = no_grad();
        Saves++;
        Restored = new StepSnapshot(
            snapshot.Position, snapshot.Tensors.ToDictionary(pair => pair.Key, pair => pair.Value.detach().clone()),
            new Dictionary<string, string>(snapshot.Values));
        model = Toys.Weights(Module!);
        savedMetrics = metrics.Count;
        if (CrashAfterSave)
        {
            throw new IOException("power cut");
        }
    }

    public nn.Module? Module { get; private set; }

    public IStepState Inner(string name) => throw new NotSupportedException();

    public void Write(string kind, long index, IReadOnlyDictionary<string, double> values) =>
        metrics.Add($"{kind} {index}: {string.Join(", ", values.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => $"{v.Key}={v.Value:R}"))}");

    /// <summary>A context as in a new process: a fresh model with the saved weights, metrics up to the last save.</summary>
    public MethodContext Open(TracedModel fresh, ModelData data, TracedModel? original = null, IProgress<MethodProgress>? progress = null)
    {
        Module = fresh.Module;
        metrics.RemoveRange(savedMetrics, metrics.Count - savedMetrics);
        using var off = no_grad();
        foreach (var (name, tensor) in fresh.Module.state_dict())
        {
            if (model.TryGetValue(name, out var saved))
            {
                tensor.copy_(saved);
            }
        }

        return new MethodContext(fresh)
        {
            Seed = 7,
            Data = data,
            State = this,
            Metrics = this,
            Progress = progress,
            Original = original is null ? null : () => original,
        };
    }
}
