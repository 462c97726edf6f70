using Espalier.Data;
using Espalier.Graphs;
using Espalier.Planning;
using Espalier.Plugins;
using Espalier.Runs;
using Espalier.Structures;
using Espalier.Surgery;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using static TorchSharp.torch;

namespace Espalier.Methods;

/// <summary>What a method is given: the model with its graph, data, the parts that its options name, and the one way to change the model's shape.</summary>
/// <param name="model">The traced model.</param>
public sealed class MethodContext(TracedModel model)
{
    private readonly List<PruningPlan> plans = [];
    private ModelStructure? structure;

    /// <summary>The model as it is now.</summary>
    public TracedModel Model { get; private set; } = model;

    /// <summary>The structure of the model as it is now.</summary>
    public ModelStructure Structure => structure ??= ModelStructure.Find(Model.Graphs);

    /// <summary>The plans that were applied, in order.</summary>
    public IReadOnlyList<PruningPlan> Plans => plans;

    /// <summary>The seed that all of the method's random choices come from.</summary>
    public long Seed { get; init; }

    /// <summary>The recipe's data; null where it has none. <see cref="RequireData"/> says so to the user.</summary>
    public ModelData? Data { get; init; }

    /// <summary>Where the model lies and is run.</summary>
    public Device Device { get; init; } = CPU;

    /// <summary>Makes the parts that options name.</summary>
    public IPartFactory? Parts { get; init; }

    /// <summary>What makes the method resumable.</summary>
    public IStepState State { get; init; } = NoState.Instance;

    /// <summary>Where numbers go that belong in the report.</summary>
    public IMetricsSink Metrics { get; init; } = NoMetrics.Instance;

    /// <summary>Hears how far the method has come; may be null.</summary>
    public IProgress<MethodProgress>? Progress { get; init; }

    /// <summary>Messages for the user.</summary>
    public ILogger Log { get; init; } = NullLogger.Instance;

    /// <summary>The masks that the weights are held to.</summary>
    public WeightMasks Masks { get; init; } = new();

    /// <summary>Hears of each plan as soon as it is applied, also of inner methods' plans.</summary>
    public Action<TracedModel, PruningPlan>? Applied { get; init; }

    /// <summary>
    /// Makes the model as it was before the first cut, with its weights: what the recipe names or, where the first steps only train it, what they left. The
    /// caller disposes of it. Null where there is none.
    /// </summary>
    public Func<TracedModel>? Original { get; init; }

    /// <summary>Times plans before they are applied, for budgets of latency; null where the host has nothing to. <see cref="RequireTimer"/> says so to the user.</summary>
    public IPlanTimer? Timer { get; init; }

    /// <summary>Whether only the plan is wanted: a method that would train returns without having done so.</summary>
    public bool PlanOnly { get; init; }

    /// <summary>The recipe's data.</summary>
    /// <exception cref="RunException">The recipe has none.</exception>
    public ModelData RequireData() => Data
        ?? throw new RunException("This step needs data, and the recipe has none. Add a 'data' section: data: { source: fashion-mnist }.");

    /// <summary>What times plans.</summary>
    /// <exception cref="RunException">There is nothing.</exception>
    public IPlanTimer RequireTimer() => Timer
        ?? throw new RunException("A budget of latency needs to time the model, and this host gives nothing to do it. Set MethodContext.Timer, or use a budget of MACs.");

    /// <summary>A part that an option names.</summary>
    public T Create<T>(Part<T> part)
        where T : class => (Parts ?? throw new InvalidOperationException("There are no plugins to make parts with.")).Create(part);

    /// <summary>Applies a plan to the model.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="companions">Tensors that are shaped like parameters and must stay so, by the parameter's name: an optimizer's momentum.</param>
    /// <exception cref="PlanException">The plan does not fit; the model is then as it was.</exception>
    public void Apply(PruningPlan plan, ILookup<string, Tensor>? companions = null)
    {
        using var applied = Surgeon.Apply(Model, plan, companions);
        Model = applied.Model;
        structure = null;
        plans.Add(plan);
        Masks.Follow(plan);
        Applied?.Invoke(Model, plan);
    }

    /// <summary>
    /// Runs another method on the same model as a part of this one. Its plans count as this one's.
    /// </summary>
    /// <param name="method">The method.</param>
    /// <param name="name">Tells the run from others of this method; the same in every process: <c>round-3</c>.</param>
    /// <param name="cancellationToken">Asks it to stop at the next safe point.</param>
    public MethodResult RunInner(IPruningMethod method, string name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(method);
        var inner = new MethodContext(Model)
        {
            Seed = HashSeed(name),
            Data = Data,
            Device = Device,
            Parts = Parts,
            State = State.Inner(name),
            Metrics = Metrics,
            Progress = Progress,
            Log = Log,
            Masks = Masks,
            Applied = Applied,
            Original = Original,
            Timer = Timer,
            PlanOnly = PlanOnly,
        };
        try
        {
            return method.Run(inner, cancellationToken);
        }
        finally
        {
            Model = inner.Model;
            plans.AddRange(inner.plans);
            structure = null;
        }
    }

    // FNV-1a over the name: .NET's own hash differs from process to process.
    private long HashSeed(string name)
    {
        var hash = unchecked((ulong)Seed) ^ 14695981039346656037UL;
        foreach (var character in name)
        {
            hash = unchecked((hash ^ character) * 1099511628211UL);
        }

        return (long)(hash >> 1);
    }
}
