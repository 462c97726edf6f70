using Espalier.Labels;

namespace Espalier.Framework.Tests.Labels;

/// <summary>What a cut must leave full.</summary>
public sealed class RectangleTests
{
    [Theory]
    [InlineData(true, new int[0])]
    [InlineData(true, new[] { 0, 1, 2 })]
    [InlineData(true, new[] { 1, 4 })]
    [InlineData(true, new[] { 0, 1, 2, 3 })]
    [InlineData(false, new[] { 1 })]
    [InlineData(false, new[] { 0, 4 })]
    [InlineData(true, new[] { 0, 1, 2, 3, 5 })]
    public void Holds_TwoByThree_IsWhetherAGridStays(bool holds, int[] gone)
    {
        var forest = new LabelForest();
        var labels = forest.NewRange(6);
        var cut = new CutSet(new BlockIndex(forest));
        Array.ForEach(gone, label => cut.Add(labels[label]));

        Assert.Equal(holds, new Rectangle(new LabelField([1, 2], [2, 3], labels), "a reason").Holds(cut));
    }
}
