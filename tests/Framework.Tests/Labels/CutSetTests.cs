using Espalier.Labels;

namespace Espalier.Framework.Tests.Labels;

/// <summary>What goes with what: a block takes its members along, and goes with the last of them.</summary>
public sealed class CutSetTests
{
    private readonly LabelForest forest = new();

    private CutSet Cut() => new(new BlockIndex(forest));

    [Fact]
    public void Add_Block_TakesItsMembers()
    {
        var members = forest.NewRange(3);
        var block = forest.Block(members);
        var cut = Cut();

        cut.Add(block);

        Assert.All(members, member => Assert.True(cut.Contains(member)));
    }

    [Fact]
    public void Add_LastMember_TakesTheBlock()
    {
        var members = forest.NewRange(3);
        var block = forest.Block(members);
        var cut = Cut();

        cut.Add(members[0]);
        cut.Add(members[1]);
        cut.Add(members[1]);
        Assert.False(cut.Contains(block));

        cut.Add(members[2]);
        Assert.True(cut.Contains(block));
    }

    [Fact]
    public void Add_LastMemberOfSeveralBlocks_TakesAllAroundIt()
    {
        var inner = new[] { forest.NewRange(2), forest.NewRange(2) };
        var blocks = forest.BlockAll(inner);
        var outer = forest.Block(blocks);
        var other = forest.Block([inner[0][0], inner[1][1]]);
        var cut = Cut();

        cut.Add(blocks[0]);
        Assert.False(cut.Contains(outer));
        Assert.False(cut.Contains(other));

        cut.Add(inner[1][1]);
        Assert.True(cut.Contains(other));
        Assert.False(cut.Contains(blocks[1]));

        cut.Add(inner[1][0]);
        Assert.True(cut.Contains(blocks[1]));
        Assert.True(cut.Contains(outer));
    }

    [Fact]
    public void Clear_HalfABlockGone_CountsAnew()
    {
        var members = forest.NewRange(2);
        var block = forest.Block(members);
        var cut = Cut();
        cut.Add(members[0]);

        cut.Clear();
        cut.Add(members[1]);

        Assert.Equal([members[1]], cut.Classes.ToArray());
        Assert.False(cut.Contains(members[0]));
        Assert.False(cut.Contains(block));
        Assert.Equal(1, cut.CountKept(members));
    }
}
