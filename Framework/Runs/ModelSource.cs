using System.Security.Cryptography;
using Espalier.Checkpoints;
using Espalier.Graphs;
using Espalier.Methods;
using Espalier.Models;
using Espalier.Planning;
using Espalier.Plugins;
using Espalier.Recipes;
using Espalier.Surgery;
using Espalier.Weights;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Runs;

/// <summary>Makes the model of a recipe, as often as it is asked: the same each time.</summary>
/// <param name="section">The recipe's model.</param>
/// <param name="request">What the data ask for.</param>
/// <param name="seed">What first weights come from.</param>
/// <param name="parts">Where families come from.</param>
/// <param name="device">Where the model is to lie; null for the CPU.</param>
public sealed class ModelSource(ModelSection section, ModelRequest request, long seed, IPartFactory parts, Device? device = null)
{
    /// <summary>The file that the weights come from; null where they are random.</summary>
    public string? File => section.Checkpoint ?? section.Weights?.File;

    /// <summary>The SHA-256 of that file, in hexadecimal digits; null where there is none.</summary>
    /// <exception cref="WeightFileException">It cannot be read.</exception>
    public string? Hash()
    {
        if (File is null)
        {
            return null;
        }

        try
        {
            using var stream = System.IO.File.OpenRead(File);
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new WeightFileException(File, null, $"It cannot be read: {error.Message}", "Correct the path in the recipe's model section.", error);
        }
    }

    /// <summary>Makes the model. Torch's generator is afterwards as it was before.</summary>
    /// <exception cref="WeightFileException">The weights cannot be read or do not fit.</exception>
    /// <exception cref="RecipeException">The family or its options are wrong.</exception>
    /// <exception cref="TraceException">The model cannot be traced.</exception>
    public ModelStart Make()
    {
        using var generator = random.get_rng_state();
        try
        {
            var start = section.Checkpoint is { } checkpoint ? FromCheckpoint(checkpoint) : FromFamily(section.Family!);
            if (device is not null && device.type != DeviceType.CPU)
            {
                start.Model.Module.to(device);
            }

            return start;
        }
        finally
        {
            random.set_rng_state(generator);
        }
    }

    /// <summary>Makes the model with its first weights and cuts it; it is the caller's.</summary>
    /// <param name="plan">The cuts; null for none.</param>
    /// <exception cref="PlanException">The plan is for another model.</exception>
    public TracedModel MakeCut(PruningPlan? plan)
    {
        var made = Make();
        made.Masks.Dispose();
        if (plan is null)
        {
            return made.Model;
        }

        try
        {
            using var applied = Surgeon.Apply(made.Model, plan);
            return applied.Model;
        }
        catch
        {
            made.Model.Module.Dispose();
            throw;
        }
    }

    private ModelStart FromCheckpoint(string path)
    {
        var loaded = Checkpoint.Load(path, parts);
        return new ModelStart(loaded.Model, loaded.Masks, loaded.Metadata.Model, loaded.Metadata.Plan);
    }

    private ModelStart FromFamily(Part<IModelFamily> part)
    {
        manual_seed(RunSeeds.OfModel(seed));
        var made = PluginFault.Guard($"making a model of the family '{part.Name}' ({part.Place})", () => Instance(part));
        try
        {
            if (section.Weights is { } weights)
            {
                LoadWeights(made.Module, weights);
            }

            return new ModelStart(TracedModel.Trace(made.Module, made.Inputs), new WeightMasks(), new ModelOrigin(part.Name, part.Options, request), null);
        }
        catch
        {
            made.Module.Dispose();
            throw;
        }
    }

    private ModelInstance Instance(Part<IModelFamily> part)
    {
        try
        {
            return parts.Create(part).Create(request);
        }
        catch (ArgumentException error)
        {
            throw new RecipeException(part.Place, error.Message);
        }
    }

    private static void LoadWeights(nn.Module module, WeightsSection weights)
    {
        using var file = WeightFile.Open(weights.File, new WeightFileOptions { Section = weights.Section, Split = [.. weights.Split.Select(rule => rule.ToRule())] });
        WeightLoader.Load(
            module, file, new NameMapping([.. weights.Rename.Select(rule => rule.ToRule())]),
            new WeightLoadOptions { AllowMissing = weights.AllowMissing, AllowSurplus = weights.AllowSurplus, AllowNonFinite = weights.AllowNonFinite });
    }
}
