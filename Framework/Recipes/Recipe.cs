using Espalier.Methods;
using Espalier.Plugins;

namespace Espalier.Recipes;

/// <summary>What a run does: a model and its data, the steps, what comes out.</summary>
[PluginOptions]
public sealed record Recipe : IValidatedOptions
{
    /// <summary>What the run is called; the default is the file's name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The model that is made smaller.</summary>
    public required ModelSection Model { get; init; }

    /// <summary>The data that it learns from and is judged by; without them only steps that need none can run.</summary>
    public DataSection? Data { get; init; }

    /// <summary>The device that it is made smaller for.</summary>
    public TargetSection Target { get; init; } = new();

    /// <summary>What all random choices come from.</summary>
    public long Seed { get; init; }

    /// <summary>How many threads compute; the default is one per core.</summary>
    [Option(Min = 1)]
    public int? Threads { get; init; }

    /// <summary>Where tensors live while the run computes: cpu, cuda, cuda:1.</summary>
    public string Device { get; init; } = "cpu";

    /// <summary>What is done, in order: one method each.</summary>
    public IReadOnlyList<Part<IPruningMethod>> Steps { get; init; } = [];

    /// <summary>What is written when all steps are done.</summary>
    public IReadOnlyList<string> Outputs { get; init; } = ["checkpoint", "plan", "report"];

    /// <inheritdoc/>
    public IEnumerable<OptionProblem> Problems()
    {
        if (Outputs.GroupBy(output => output, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            yield return new OptionProblem(nameof(Outputs), $"'{twice.Key}' is named twice.");
        }
    }
}
