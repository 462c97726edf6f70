using Espalier.Graphs;
using Espalier.Planning;
using Espalier.Structures;
using Espalier.Surgery;

namespace Espalier.Methods;

/// <summary>What a method is given: the model with its graph, and the one way to change its shape.</summary>
public sealed class MethodContext
{
    private readonly List<PruningPlan> plans = [];
    private ModelStructure? structure;

    /// <summary>A context for a model.</summary>
    /// <param name="model">The traced model.</param>
    /// <param name="random">The seed that all of the method's random choices come from.</param>
    /// <param name="progress">Hears how far the method has come.</param>
    public MethodContext(TracedModel model, long random = 0, IProgress<MethodProgress>? progress = null)
    {
        Model = model;
        Seed = random;
        Progress = progress;
    }

    /// <summary>The model as it is now.</summary>
    public TracedModel Model { get; private set; }

    /// <summary>The structure of the model as it is now.</summary>
    public ModelStructure Structure => structure ??= ModelStructure.Find(Model.Graphs);

    /// <summary>The seed that all of the method's random choices come from.</summary>
    public long Seed { get; }

    /// <summary>Hears how far the method has come; may be null.</summary>
    public IProgress<MethodProgress>? Progress { get; }

    /// <summary>The plans that were applied, in order.</summary>
    public IReadOnlyList<PruningPlan> Plans => plans;

    /// <summary>Applies a plan to the model.</summary>
    /// <exception cref="PlanException">The plan does not fit; the model is then as it was.</exception>
    public void Apply(PruningPlan plan)
    {
        using var applied = Surgeon.Apply(Model, plan);
        Model = applied.Model;
        structure = null;
        plans.Add(plan);
    }
}
