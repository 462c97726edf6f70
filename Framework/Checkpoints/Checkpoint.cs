using System.Text.Json;
using Espalier.Graphs;
using Espalier.Methods;
using Espalier.Models;
using Espalier.Planning;
using Espalier.Plugins;
using Espalier.Recipes;
using Espalier.Surgery;
using Espalier.Weights;

namespace Espalier.Checkpoints;

/// <summary>
/// Models in files: one safetensors file with the tensors of the model, its masks, and in the metadata's <c>espalier</c> all that it takes to have the
/// model back.
/// </summary>
public static class Checkpoint
{
    /// <summary>The key of the metadata.</summary>
    public const string MetadataKey = "espalier";

    /// <summary>Writes a checkpoint; what was there before stays until all of it is on the disk. The same model gives the same bytes.</summary>
    /// <param name="path">The file.</param>
    /// <param name="model">The model.</param>
    /// <param name="masks">The masks that its weights are held to.</param>
    /// <param name="metadata">What else the file says; its fingerprint must be the model's.</param>
    /// <exception cref="WeightFileException">The disk refuses.</exception>
    public static void Save(string path, TracedModel model, WeightMasks masks, CheckpointMetadata metadata)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(masks);
        ArgumentNullException.ThrowIfNull(metadata);
        if (metadata.Fingerprint != ModelFingerprint.Of(model.Module))
        {
            throw new ArgumentException($"The metadata are for a model with the fingerprint {metadata.Fingerprint}, not for this one.", nameof(metadata));
        }

        SafetensorsWriter.Write(
            path, ModelTensors.Of(model.Module, masks),
            new Dictionary<string, string> { [MetadataKey] = JsonSerializer.Serialize(metadata, CheckpointJsonContext.Default.CheckpointMetadata) });
    }

    /// <summary>Makes the model of a checkpoint: builds the architecture, cuts it, loads weights and masks, and checks each of these.</summary>
    /// <param name="path">The file.</param>
    /// <param name="parts">Where the family comes from.</param>
    /// <exception cref="WeightFileException">The file cannot be read, is no checkpoint, or does not fit what its family makes.</exception>
    /// <exception cref="RecipeException">There is no such family among the plugins.</exception>
    public static LoadedModel Load(string path, IPartFactory parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        using var file = WeightFile.Open(path);
        var metadata = Metadata(file);
        var module = Build(path, metadata.Model, parts).Module;
        var masks = new WeightMasks();
        try
        {
            var model = Cut(path, TracedModel.Trace(module, metadata.Inputs), metadata);
            ModelTensors.LoadWeights(path, module);
            ModelTensors.LoadMasks(file, module, masks);
            module.eval();
            return new LoadedModel(model, masks, metadata);
        }
        catch (Exception error)
        {
            masks.Dispose();
            module.Dispose();
            if (error is TraceException)
            {
                throw new WeightFileException(
                    path, null, $"The model cannot be traced: {error.Message}", "Install the version of the plugin that the checkpoint was made with.", error);
            }

            throw;
        }
    }

    /// <summary>What a checkpoint says beside its tensors.</summary>
    /// <exception cref="WeightFileException">The file cannot be read or is no checkpoint.</exception>
    public static CheckpointMetadata ReadMetadata(string path)
    {
        using var file = WeightFile.Open(path);
        return Metadata(file);
    }

    private static CheckpointMetadata Metadata(IWeightFile file)
    {
        var place = $"metadata '{MetadataKey}'";
        if (!file.Metadata.TryGetValue(MetadataKey, out var text))
        {
            throw new WeightFileException(
                file.Path, place, "It is missing: the file holds weights, but does not say of which model.",
                "Name a family in the recipe, and this file under model.weights.");
        }

        CheckpointMetadata? metadata;
        try
        {
            metadata = JsonSerializer.Deserialize(text, CheckpointJsonContext.Default.CheckpointMetadata);
        }
        catch (Exception error) when (error is JsonException or FormatException or OverflowException or NotSupportedException)
        {
            throw new WeightFileException(file.Path, place, $"It cannot be read: {error.Message}", "Save the checkpoint again with this version.", error);
        }

        return metadata is { Version: CheckpointMetadata.CurrentVersion }
            ? metadata
            : throw new WeightFileException(
                file.Path, place, $"It has the format version {metadata?.Version}; this build reads {CheckpointMetadata.CurrentVersion}.",
                "Read it with the version that wrote it, or save it again with this one.");
    }

    private static ModelInstance Build(string path, ModelOrigin origin, IPartFactory parts) =>
        PluginFault.Guard($"making the model of {path}, of the family '{origin.Family}'", () => Instance(path, origin, parts));

    private static ModelInstance Instance(string path, ModelOrigin origin, IPartFactory parts)
    {
        var part = new Part<IModelFamily>(origin.Family, origin.Options) { Place = new RecipePlace(path, 0, 0, "model family") };
        try
        {
            return parts.Create(part).Create(origin.Request);
        }
        catch (ArgumentException error)
        {
            throw new WeightFileException(
                path, $"model family '{origin.Family}'", error.Message, "Install the version of the plugin that the checkpoint was made with.", error);
        }
    }

    private static TracedModel Cut(string path, TracedModel model, CheckpointMetadata metadata)
    {
        if (metadata.Plan is { } plan)
        {
            try
            {
                using var applied = Surgeon.Apply(model, plan);
                model = applied.Model;
            }
            catch (PlanException error)
            {
                throw new WeightFileException(path, "plan", error.Message, "Install the version of the plugin that the checkpoint was made with.", error);
            }
        }

        return model.Fingerprint == metadata.Fingerprint
            ? model
            : throw new WeightFileException(
                path, "fingerprint", $"The family '{metadata.Model.Family}' makes a model with the fingerprint {model.Fingerprint}; {metadata.Fingerprint} was saved.",
                "Install the version of the plugin that the checkpoint was made with.");
    }
}
