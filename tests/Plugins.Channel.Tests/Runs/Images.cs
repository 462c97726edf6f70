using Espalier.Data;
using static TorchSharp.torch;

namespace Espalier.Plugins.Tests.Runs;

/// <summary>A few images of ten classes, their pixels a function of their place.</summary>
internal static class Images
{
    public static ModelData Of(int size) => new(Set(12, size), null, Set(2, size), new DataSettings { Batch = 4, Prefetch = 0 });

    private static ImageSet Set(int count, int size)
    {
        var pixels = Enumerable.Range(0, count * 3 * size * size).Select(i => (byte)((uint)i * 2654435761u >> 24)).ToArray();
        var labels = Enumerable.Range(0, count).Select(n => (long)(n % 10)).ToArray();
        return new ImageSet(
            "images", tensor(pixels, [count, 3, size, size]), tensor(labels, [count]), [.. Enumerable.Range(0, 10).Select(i => $"class {i}")],
            new Normalization([0.5, 0.5, 0.5], [0.25, 0.25, 0.25]));
    }
}
