using Espalier.Data;
using Espalier.Plugins.Data.Cifar;
using Espalier.Plugins.Data.Idx;

namespace Espalier.Plugins.Data.Tests;

/// <summary>The published sets; skipped where ESPALIER_DATA does not hold them.</summary>
public class RealDataTests
{
    [RealDataFact("fashion-mnist")]
    public void Load_FashionMnist_HasThePublishedCountsAndStatistics()
    {
        using var train = new FashionMnist(new()).Load(DataSplit.Train);
        using var test = new FashionMnist(new()).Load(DataSplit.Test);
        Check(train, 60_000, [1, 28, 28]);
        Check(test, 10_000, [1, 28, 28]);
    }

    [RealDataFact("cifar-10")]
    public void Load_Cifar10_HasThePublishedCountsAndStatistics()
    {
        using var train = new Cifar10(new()).Load(DataSplit.Train);
        using var test = new Cifar10(new()).Load(DataSplit.Test);
        Check(train, 50_000, [3, 32, 32]);
        Check(test, 10_000, [3, 32, 32]);
    }

    private static void Check(ImageSet set, int count, long[] shape)
    {
        Assert.Equal([count, .. shape], set.Images.shape);
        Assert.All(set.Labels.data<long>().ToArray().CountBy(static label => label), label => Assert.Equal(count / 10, label.Value));
        var measured = Normalization.Measure(set.Images);
        Assert.All(measured.Mean.Zip(set.Normalization.Mean), static pair => Assert.Equal(pair.Second, pair.First, 0.005));
        Assert.All(measured.Std.Zip(set.Normalization.Std), static pair => Assert.Equal(pair.Second, pair.First, 0.005));
    }
}
