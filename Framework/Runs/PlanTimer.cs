using Espalier.Graphs;
using Espalier.Methods;
using Espalier.Planning;
using Espalier.Surgery;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Runs;

/// <summary>Times plans on a second model of the same widths, which is made for each of them: the run's own model is never cut on trial.</summary>
/// <param name="meter">Gives what measures; it gives null where latency cannot be measured on the run's device.</param>
/// <param name="twin">Makes a model of the widths that the run's has now; its weights do not matter. It is disposed of here.</param>
/// <param name="budget">How long the timing of one plan may take, roughly; null for four seconds.</param>
public sealed class PlanTimer(Func<LatencyMeter?> meter, Func<TracedModel> twin, TimeSpan? budget = null) : IPlanTimer
{
    private static readonly TimeSpan DefaultBudget = TimeSpan.FromSeconds(4);

    /// <inheritdoc/>
    public LatencyResult Measure(TracedModel model, PruningPlan plan, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(model);
        var measuring = meter() ?? throw new RunException(
            "A budget of latency needs something to measure on: libtorch is timed on the CPU only, and the recipe names no backend. Give one under 'target', "
            + "use device: cpu, or a budget of MACs.");
        // What is drawn for the trial must not change what the method draws afterwards.
        using var generator = random.get_rng_state();
        var other = twin();
        using var module = other.Module;
        try
        {
            using var applied = Surgeon.Apply(other, plan);
            var times = measuring.Measure([model, applied.Model], budget ?? DefaultBudget, cancellationToken);
            return new LatencyResult(times[0], times[1], measuring.Settings);
        }
        catch (NotSupportedException cause)
        {
            throw new RunException($"'{measuring.Settings.Backend}' cannot time the model: {cause.Message} Name another backend under 'target', or use a budget of MACs.", cause);
        }
        finally
        {
            random.set_rng_state(generator);
        }
    }
}
