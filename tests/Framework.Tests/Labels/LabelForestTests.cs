using Espalier.Labels;

namespace Espalier.Framework.Tests.Labels;

/// <summary>Classes of labels, blocks over them, and what may not go.</summary>
public sealed class LabelForestTests
{
    private readonly LabelForest forest = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Merge_OneIsLockedAndPinned_TheClassIs(bool isSmaller)
    {
        var labels = forest.NewRange(2);
        var marked = labels[isSmaller ? 0 : 1];
        forest.Lock(marked, "a literal");
        forest.Pin(marked, "an output");

        forest.Merge(labels[0], labels[1]);

        var merged = forest.Find(labels[0]);
        Assert.Equal(merged, forest.Find(labels[1]));
        Assert.Equal("a literal", forest.LockOf(merged));
        Assert.Equal("an output", forest.PinOf(merged));
    }

    [Fact]
    public void Lock_SeveralReasons_EachClassHasItsFirst()
    {
        var labels = forest.NewRange(4);
        forest.Lock(labels[0], "first");
        forest.Lock(labels[1], "second");
        forest.Lock(labels[2], "second");
        forest.Lock(labels[0], "third");

        Assert.Equal(["first", "second", "second", null], labels.Select(forest.LockOf));
        Assert.All(labels, label => Assert.Null(forest.PinOf(label)));
    }

    [Fact]
    public void Merge_AnyOrder_TheSmallestStandsForAll()
    {
        var labels = forest.NewRange(10_000);
        for (var i = labels.Length - 1; i > 0; i--)
        {
            forest.Merge(labels[i], labels[i - 1]);
        }

        Assert.All(labels, label => Assert.Equal(labels[0], forest.Find(label)));
    }

    [Fact]
    public void Block_SameMembers_IsOne()
    {
        var labels = forest.NewRange(3);
        Assert.Equal(forest.Block([labels[0], labels[1]]), forest.Block([labels[1], labels[0], labels[1]]));
        Assert.NotEqual(forest.Block([labels[0], labels[1]]), forest.Block([labels[0], labels[2]]));
        Assert.Equal(labels[2], forest.Block([labels[2], labels[2]]));
    }

    [Fact]
    public void UnifyBlocks_MembersMergedLater_MergesTheBlocksAndTheirFamilies()
    {
        var (a, b) = (forest.NewRange(2), forest.NewRange(2));
        var (first, second) = (forest.Block(a), forest.Block(b));
        var around = new[] { forest.Block([first, forest.New()]), forest.Block([second, forest.New()]) };
        forest.Merge(a[0], b[0]);
        forest.Merge(a[1], b[1]);

        forest.UnifyBlocks();

        Assert.Equal(forest.Find(first), forest.Find(second));
        Assert.NotEqual(forest.Find(around[0]), forest.Find(around[1]));
        Assert.Equal(forest.FamilyOf(0), forest.FamilyOf(1));
        Assert.NotEqual(forest.FamilyOf(2), forest.FamilyOf(3));
    }

    [Fact]
    public void BlockAll_Lines_AreOneFamily()
    {
        _ = forest.BlockAll([forest.NewRange(2), forest.NewRange(2), forest.NewRange(2)]);
        _ = forest.Block(forest.NewRange(2));

        Assert.Equal(forest.FamilyOf(0), forest.FamilyOf(2));
        Assert.NotEqual(forest.FamilyOf(0), forest.FamilyOf(3));
    }
}
