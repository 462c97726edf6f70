using Espalier.Data;
using Espalier.Graphs;
using Espalier.Methods;
using Espalier.Models.Tests;
using Espalier.Models.Tests.Reference;
using Espalier.Planning;
using Espalier.Plugins;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Plugins.Tests.Runs;

/// <summary>A run of a method on a model of the zoo, which can end after any save and go on in what stands for a new process.</summary>
internal sealed class Run : IDisposable, IStepState, IMetricsSink
{
    private readonly List<(string Name, Tensor Tensor)> saved = [];
    private readonly List<PruningPlan> plans = [];
    private readonly List<PruningPlan> savedPlans = [];
    private readonly List<(string Name, Tensor Mask)> savedMasks = [];
    private readonly string zoo;
    private readonly IPartFactory parts;
    private readonly ModelData? data;
    private int saves;

    public Run(string zoo, IPartFactory parts, ModelData? data = null, Func<nn.Module>? make = null)
    {
        (this.zoo, this.parts, this.data) = (zoo, parts, data);
        Make = make ?? (() => Noise.Fill(Zoo.All[zoo].Make()));
        Context = Open();
    }

    public MethodContext Context { get; private set; }

    /// <summary>Ends the process after so many saves.</summary>
    public int? EndsAfter { get; set; }

    public List<(string Kind, long Index, string Values)> Records { get; } = [];

    public StepSnapshot? Restored { get; private set; }

    private Func<nn.Module> Make { get; }

    public IStepState Inner(string name) => NoState.Instance;

    public void Save(StepSnapshot snapshot)
    {
        Restored = snapshot;
        Forget();
        saved.AddRange(Context.Model.Module.state_dict().Select(entry => (entry.Key, entry.Value.detach().clone().DetachFromDisposeScope())));
        savedPlans.Clear();
        savedPlans.AddRange(plans);
        savedMasks.AddRange(Context.Masks.Masks.Select(entry => (entry.Key, entry.Value.clone().DetachFromDisposeScope())));
        if (++saves == EndsAfter)
        {
            throw new Interrupted();
        }
    }

    public void Write(string kind, long index, IReadOnlyDictionary<string, double> values) =>
        Records.Add((kind, index, string.Join(", ", values.Select(pair => FormattableString.Invariant($"{pair.Key}={pair.Value}")))));

    /// <summary>A new process finds what was saved last.</summary>
    public void Restart()
    {
        Context.Model.Module.Dispose();
        Context.Masks.Dispose();
        plans.Clear();
        plans.AddRange(savedPlans);
        Context = Open();
        foreach (var plan in savedPlans)
        {
            Context.Apply(plan);
        }

        plans.RemoveRange(savedPlans.Count, savedPlans.Count);
        Context.Model.Module.load_state_dict(saved.ToDictionary(entry => entry.Name, entry => entry.Tensor));
        foreach (var (name, mask) in savedMasks)
        {
            Context.Masks.Set(name, mask.clone());
        }
    }

    /// <summary>All bytes of the model and the masks.</summary>
    public string State()
    {
        using var scope = NewDisposeScope();
        var tensors = Context.Model.Module.state_dict().Select(entry => (entry.Key, entry.Value))
            .Concat(Context.Masks.Masks.Select(entry => ("mask " + entry.Key, entry.Value)));
        return string.Join("\n", tensors.Select(entry =>
            $"{entry.Item1} [{string.Join(",", entry.Item2.shape)}] {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(entry.Item2.detach().contiguous().cpu().bytes))}"));
    }

    public void Dispose()
    {
        Context.Model.Module.Dispose();
        Context.Masks.Dispose();
        Forget();
    }

    private MethodContext Open()
    {
        var module = Make();
        var dtype = zoo == "language_model" ? ScalarType.Int64 : ScalarType.Float32;
        var model = TracedModel.Trace(module, [.. Zoo.All[zoo].Inputs.Select((shape, i) => new InputSpec($"x{i}", shape, dtype))]);
        return new MethodContext(model)
        {
            Seed = 7,
            Parts = parts,
            Data = data,
            State = this,
            Metrics = this,
            Applied = (_, plan) => plans.Add(plan),
        };
    }

    private void Forget()
    {
        saved.ForEach(entry => entry.Tensor.Dispose());
        saved.Clear();
        savedMasks.ForEach(entry => entry.Mask.Dispose());
        savedMasks.Clear();
    }
}
