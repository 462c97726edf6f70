using Espalier.Data;
using Espalier.Models;
using Espalier.Plugins;
using Espalier.Recipes;

namespace Espalier.Runs;

/// <summary>Reads a recipe's data: training images, those set aside for choices, test images.</summary>
public static class RunData
{
    /// <summary>What the data ask of a model.</summary>
    /// <param name="data">The data; null where there are none.</param>
    public static ModelRequest RequestOf(ModelData? data) =>
        data is null ? new ModelRequest() : new ModelRequest(data.Train.Classes.Count, data.Train.Channels, data.Train.Height, data.Train.Width);

    /// <summary>Reads the data. The caller owns them.</summary>
    /// <param name="section">The recipe's data.</param>
    /// <param name="parts">Where sources come from.</param>
    /// <param name="normalization">What the model was trained with, where the recipe does not say; null for the set's own.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="DataException">They cannot be read, or are too few.</exception>
    public static ModelData Load(
        DataSection section, IPartFactory parts, Normalization? normalization = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(section);
        ArgumentNullException.ThrowIfNull(parts);
        var source = parts.Create(section.Source);
        var train = Read(DataSplit.Train);
        ImageSet? validation = null, test = null;
        try
        {
            test = Read(DataSplit.Test);
            if (section.Validation > 0)
            {
                using var all = train;
                (train, validation) = SetAside(all, section);
            }

            if (section.Limit is { } limit && limit < train.Count)
            {
                using var all = train;
                train = Some(all, limit, section.Seed);
            }

            var settings = section.ToSettings();
            return new ModelData(train, validation, test, settings with { Normalization = settings.Normalization ?? normalization });
        }
        catch
        {
            train.Dispose();
            validation?.Dispose();
            test?.Dispose();
            throw;
        }

        ImageSet Read(DataSplit split) =>
            PluginFault.Guard($"reading the data of '{section.Source.Name}' ({section.Source.Place})", () => source.Load(split, cancellationToken));
    }

    private static (ImageSet Train, ImageSet Validation) SetAside(ImageSet all, DataSection section)
    {
        var part = section.Validation < 1 ? section.Validation : section.Validation / all.Count;
        return part < 1
            ? all.Split(part, section.Seed)
            : throw new DataException($"{all.Name} has {all.Count} images, and data.validation sets {section.Validation} aside: nothing is left to train with.");
    }

    private static ImageSet Some(ImageSet all, int count, long seed)
    {
        var images = new long[all.Count];
        for (var i = 0; i < images.Length; i++)
        {
            images[i] = i;
        }

        // Epochs are numbered from 0, so this order is none of theirs.
        new RandomDraws(seed, -1, RandomUse.Order, 0).Shuffle(images);
        return all.Subset([.. images.Take(count).Order()]);
    }
}
