using Espalier.Graphs;
using Espalier.Methods;
using Espalier.Planning;
using Espalier.Reports;
using Espalier.Runs;
using Espalier.Structures;

namespace Espalier.Plugins.Snp.Tests;

/// <summary>Stands for a machine: the time of a model is a function of its MACs.</summary>
internal sealed class ByMacs(Func<long, double> milliseconds) : IPlanTimer
{
    /// <summary>The plans that were timed, in order.</summary>
    public List<PruningPlan> Plans { get; } = [];

    public LatencyResult Measure(TracedModel model, PruningPlan plan, CancellationToken cancellationToken)
    {
        Plans.Add(plan);
        var costs = new CostModel(model, ModelStructure.Find(model.Graphs));
        var cuts = plan.Steps.SelectMany(step => step.Cuts).ToDictionary(cut => cut.Group, cut => cut.Units, StringComparer.Ordinal);
        return new LatencyResult(Time(costs.Dense.Macs), Time(costs.After(cuts).Macs), new LatencySettings("made up", "none", 1, 1));
    }

    private Latency Time(long macs) => Latency.Of([milliseconds(macs)]);
}
