namespace Espalier.Benchmarks.Snp;

/// <summary>The times that SNP's authors give for a model, in milliseconds (arXiv 2404.11630 and its repository): dense and pruned.</summary>
/// <param name="RaspberryPi">On a Raspberry Pi 4B with ONNX Runtime, one image.</param>
/// <param name="Jetson">On a Jetson Nano with TensorRT, one image.</param>
/// <param name="Xeon">On a Xeon Silver 4210R with PyTorch, one image.</param>
/// <param name="Gpu">On an RTX 3090 with PyTorch, 64 images.</param>
internal sealed record PublishedTimes(
    (double Dense, double Pruned) RaspberryPi, (double Dense, double Pruned) Jetson, (double Dense, double Pruned) Xeon, (double Dense, double Pruned) Gpu)
{
    /// <summary>By the names of <see cref="Plugins.Snp.Tests.Released.All"/>.</summary>
    public static IReadOnlyDictionary<string, PublishedTimes> All { get; } = new Dictionary<string, PublishedTimes>
    {
        ["tiny"] = new((139.13, 81.63), (41.03, 26.67), (34.74, 25.25), (18.65, 17.82)),
        ["small"] = new((401.27, 199.15), (99.32, 45.51), (53.37, 38.57), (46.13, 32.91)),
        ["smaller"] = new((401.27, 136.68), (99.32, 32.03), (53.37, 33.46), (46.13, 26.98)),
        ["base"] = new((1377.71, 565.68), (293.29, 132.55), (122.03, 64.65), (151.35, 72.96)),
    };
}
