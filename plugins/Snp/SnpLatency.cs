using System.Globalization;
using Espalier.Methods;
using Espalier.Planning;
using Espalier.Runs;
using static TorchSharp.torch;

namespace Espalier.Plugins.Snp;

/// <summary>
/// Finds the widths for a budget of latency: MACs are shared out among the layers as for a budget of MACs, and the plan that this leads to is timed. Times differ
/// from run to run, so the measurements are saved: a run that goes on after a kill decides as it did.
/// </summary>
/// <param name="context">The run.</param>
/// <param name="budget">What may stay of the time.</param>
/// <param name="allocation">Shares out MACs.</param>
/// <param name="plan">The plan for the widths of layers.</param>
internal sealed class SnpLatency(
    MethodContext context, LatencyBudget budget, SnpAllocation allocation, Func<IReadOnlyDictionary<SnpLayer, int>, PruningPlan> plan)
{
    /// <summary>The widest widths that keep to the budget, and how they were found.</summary>
    /// <param name="cancellationToken">Stops between runs of the model.</param>
    /// <exception cref="PlanException">The budget is out of reach.</exception>
    /// <exception cref="RunException">Nothing can be timed here.</exception>
    public (IReadOnlyDictionary<SnpLayer, int> Widths, LatencySearch Search) Find(CancellationToken cancellationToken)
    {
        var search = new LatencySearch(budget, allocation.LeastMacs, Share(allocation.DenseMacs).Macs, allocation.DenseMacs);
        if (context.State.Restored is { } saved)
        {
            foreach (var probe in Probes(saved))
            {
                search.Add(probe);
            }
        }
        else
        {
            Measure(search, context.RequireTimer(), cancellationToken);
            context.State.Save(Snapshot(search.Probes));
        }

        return (Share(search.Best.Asked).Widths, search);
    }

    private (IReadOnlyDictionary<SnpLayer, int> Widths, long Macs) Share(long macs) => allocation.Find(new Budget(CostMeasure.Macs, macs, false));

    private void Measure(LatencySearch search, IPlanTimer timer, CancellationToken cancellationToken)
    {
        while (search.Next is { } asked)
        {
            context.Progress?.Report(new MethodProgress("timing widths", search.Probes.Count, LatencySearch.MostProbes));
            var (widths, macs) = Share(asked);
            // Widths go in steps: other numbers of MACs may lead to the same.
            if (search.Probes.FirstOrDefault(probe => probe.Macs == macs) is { } known)
            {
                search.Add(known with { Asked = asked });
                continue;
            }

            var times = timer.Measure(context.Model, plan(widths), cancellationToken);
            var probe = new LatencyProbe(asked, macs, times.Before.Median, times.After.Median);
            search.Add(probe);
            context.Log.Timed(macs, probe.After, probe.Before, 100 * probe.Part);
        }

        // Nothing is saved of a search that found nothing.
        _ = search.Best;
    }

    private static StepSnapshot Snapshot(IReadOnlyList<LatencyProbe> probes) => new(
        probes.Count, new Dictionary<string, Tensor>(),
        probes.Index().ToDictionary(
            probe => Key(probe.Index), probe => string.Create(CultureInfo.InvariantCulture, $"{probe.Item.Asked} {probe.Item.Macs} {probe.Item.Before:R} {probe.Item.After:R}")));

    private static IEnumerable<LatencyProbe> Probes(StepSnapshot saved) =>
        from index in Enumerable.Range(0, (int)saved.Position)
        let numbers = saved.Values[Key(index)].Split(' ')
        select new LatencyProbe(
            long.Parse(numbers[0], CultureInfo.InvariantCulture), long.Parse(numbers[1], CultureInfo.InvariantCulture),
            double.Parse(numbers[2], CultureInfo.InvariantCulture), double.Parse(numbers[3], CultureInfo.InvariantCulture));

    private static string Key(int index) => string.Create(CultureInfo.InvariantCulture, $"probe:{index}");
}
