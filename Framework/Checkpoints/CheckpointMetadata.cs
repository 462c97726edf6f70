using Espalier.Data;
using Espalier.Graphs;
using Espalier.Planning;

namespace Espalier.Checkpoints;

/// <summary>What a checkpoint says beside its tensors: all that it takes to have the model back without a recipe.</summary>
/// <param name="Model">What makes the architecture, before any cut.</param>
/// <param name="Plan">All cuts as one plan; null where nothing was cut.</param>
/// <param name="Inputs">The inputs that the model is traced with.</param>
/// <param name="Fingerprint">The fingerprint of the model as it was saved, after the cuts.</param>
public sealed record CheckpointMetadata(ModelOrigin Model, PruningPlan? Plan, IReadOnlyList<InputSpec> Inputs, string Fingerprint)
{
    /// <summary>The version of the format that this build writes.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The version of the format.</summary>
    public int Version { get; init; } = CurrentVersion;

    /// <summary>The names of the classes in the order of the model's results; empty where they are not known.</summary>
    public IReadOnlyList<string> Classes { get; init; } = [];

    /// <summary>How images are normalised for the model; null where that is not known.</summary>
    public Normalization? Normalization { get; init; }

    /// <summary>Numbers by name, with the unit in the name: <c>accuracy_percent</c>, <c>macs</c>.</summary>
    public IReadOnlyDictionary<string, double> Metrics { get; init; } = new Dictionary<string, double>();

    /// <summary>The version of the framework that wrote it.</summary>
    public string Espalier { get; init; } = "";

    /// <summary>The plugins that had a part in it, by id.</summary>
    public IReadOnlyList<PluginVersion> Plugins { get; init; } = [];
}
