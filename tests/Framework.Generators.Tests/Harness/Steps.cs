using System.Collections.Immutable;
using Espalier.Generators;
using Microsoft.CodeAnalysis;

namespace Espalier.Framework.Generators.Tests.Harness;

/// <summary>What the generator's tracked steps did in its last run.</summary>
internal static class Steps
{
    public static ImmutableArray<IncrementalStepRunReason> Reasons(GeneratorDriver driver, string step) =>
        driver.GetRunResult().Results.Single().TrackedSteps.TryGetValue(step, out var runs)
            ? [.. runs.SelectMany(run => run.Outputs).Select(output => output.Reason)]
            : [];

    /// <summary>Why each output was (or was not) written again.</summary>
    public static ImmutableArray<IncrementalStepRunReason> OutputReasons(GeneratorDriver driver) =>
        [.. driver.GetRunResult().Results.Single().TrackedOutputSteps.SelectMany(s => s.Value).SelectMany(run => run.Outputs).Select(o => o.Reason)];

    /// <summary>Asserts that a step came to what it had come to before.</summary>
    public static void AssertUnchanged(GeneratorDriver driver, string step) =>
        Assert.All(Reasons(driver, step), reason => Assert.True(
            reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged,
            $"Step {step} is {reason}: {string.Join("\n", driver.GetRunResult().Diagnostics)}"));

    /// <summary>Asserts that nothing was computed anew.</summary>
    public static void AssertCached(GeneratorDriver driver)
    {
        foreach (var step in TrackingNames.All)
        {
            AssertUnchanged(driver, step);
        }

        Assert.All(OutputReasons(driver), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }
}
