using Espalier.Data;
using static TorchSharp.torch;

namespace Espalier.Benchmarks.Snp;

/// <summary>Images of noise, of ImageNet's size, as a recipe's data.</summary>
internal static class NoiseImages
{
    public const int Batch = 8;

    /// <summary>So many images to look at, and one to judge by.</summary>
    public static ModelData Of(int images) => new(Set(images), null, Set(1), new DataSettings { Batch = Batch });

    private static ImageSet Set(int count) => new(
        "noise", randint(256, [count, 3, 224, 224], dtype: ScalarType.Byte), randint(10, [count], dtype: ScalarType.Int64),
        [.. Enumerable.Range(0, 10).Select(i => $"{i}")], new Normalization([0.49, 0.48, 0.45], [0.25, 0.24, 0.26]));
}
