using Espalier.Data;
using Espalier.Graphs;
using static TorchSharp.torch;

namespace Espalier.Attention;

/// <summary>Where a model looks in a few images, to be shown in a report; nothing is chosen by it.</summary>
/// <param name="layers">One map per place where the model attends, in its order.</param>
/// <param name="images">The numbers of the images in the test set.</param>
/// <param name="answers">The class that the model gives each image; empty where it gives no classes.</param>
public sealed class AttentionMaps(IReadOnlyList<AttentionMap> layers, IReadOnlyList<long> images, IReadOnlyList<int> answers)
{
    /// <summary>How many images are looked at.</summary>
    public const int Count = 3;

    /// <summary>One map per place where the model attends, in its order.</summary>
    public IReadOnlyList<AttentionMap> Layers { get; } = layers;

    /// <summary>The numbers of the images in the test set.</summary>
    public IReadOnlyList<long> Images { get; } = images;

    /// <summary>The class that the model gives each image; empty where it gives no classes.</summary>
    public IReadOnlyList<int> Answers { get; } = answers;

    /// <summary>The maps of a model for the first test images of different classes.</summary>
    /// <param name="model">The model.</param>
    /// <param name="data">The recipe's data; null where it has none.</param>
    /// <param name="device">Where the model lies.</param>
    /// <returns>Null where the data are not what the model takes, or the model does not attend.</returns>
    public static AttentionMaps? Of(TracedModel model, ModelData? data, Device device)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (AttentionProbe.Of(model, data) is not { } probe || data is null)
        {
            return null;
        }

        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        var images = Samples(data.Test);
        using var samples = data.Test.Subset(images);
        var pixels = (data.Settings.Normalization ?? samples.Normalization).Apply(samples.Images).to(device);
        var rows = probe.Sites.Select(_ => new List<IReadOnlyList<IReadOnlyList<double>>>()).ToArray();
        var grids = new TokenGrid?[probe.Sites.Count];
        foreach (var (place, site) in probe.Sites.Index())
        {
            probe.Interpreter.Observe(site.Weights.Value, tensor =>
            {
                var weights = site.Weights.Turn(tensor);
                grids[place] = AttentionProbe.Windows(weights) == 1 ? TokenGrid.Of((int)weights.shape[^1], data.Test.Height, data.Test.Width) : null;
                rows[place].Add(Rows(weights, grids[place]));
            });
        }

        var answers = new List<int>();
        for (var image = 0; image < images.Length; image++)
        {
            var logits = probe.Interpreter.Run(pixels.narrow(0, image, 1))[0];
            if (logits.ndim == 2 && logits.shape[1] == samples.Classes.Count)
            {
                answers.Add((int)logits.argmax(1).item<long>());
            }
        }

        return new AttentionMaps([.. probe.Names.Select((name, place) => new AttentionMap(name, rows[place], grids[place]))], images, answers);
    }

    /// <summary>The first images of different classes.</summary>
    private static long[] Samples(ImageSet set)
    {
        var labels = set.Labels.narrow(0, 0, Math.Min(set.Count, 1000)).data<long>().ToArray();
        return [.. labels.Index().DistinctBy(pair => pair.Item).Take(Count).Select(pair => (long)pair.Index)];
    }

    /// <summary>The row of each head of one image.</summary>
    /// <param name="weights">[.., N, M].</param>
    /// <param name="grid">Where the M tokens lie.</param>
    private static double[][] Rows(Tensor weights, TokenGrid? grid)
    {
        using var scope = NewDisposeScope();
        var (looking, seen) = (weights.shape[^2], weights.shape[^1]);
        var heads = weights.to(float64).reshape(AttentionProbe.Windows(weights), -1, looking, seen).mean([0L]);
        var rows = grid is { Skipped: > 0 } && looking == seen ? heads.select(1, 0) : heads.mean([1L]);
        var flat = rows.cpu().contiguous().data<double>().ToArray();
        return [.. flat.Chunk((int)seen)];
    }
}
