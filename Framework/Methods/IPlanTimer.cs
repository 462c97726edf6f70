using Espalier.Graphs;
using Espalier.Planning;
using Espalier.Runs;

namespace Espalier.Methods;

/// <summary>Times what a plan would make of a model, on what the recipe names as its target.</summary>
public interface IPlanTimer
{
    /// <summary>Times the model as it is and as a plan would leave it, in turns, so that what else the machine does disturbs both alike. Neither is changed.</summary>
    /// <param name="model">The run's model as it is now.</param>
    /// <param name="plan">A plan for it.</param>
    /// <param name="cancellationToken">Stops between runs of the model.</param>
    /// <exception cref="RunException">Nothing can be timed here.</exception>
    /// <exception cref="PlanException">The plan does not fit.</exception>
    LatencyResult Measure(TracedModel model, PruningPlan plan, CancellationToken cancellationToken);
}
