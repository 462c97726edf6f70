using Espalier.Labels;

namespace Espalier.Framework.Tests.Labels;

/// <summary>Sets, numbers and lists by label, which lie in words and pages: against what .NET's own collections say, across the borders.</summary>
public sealed class LabelTablesTests
{
    private const int Count = 10_001;

    private static readonly int[] Chosen = [0, 1, 62, 63, 64, 127, 128, 2046, 2047, 2048, 2049, 4095, 4096, 8191, 8192, Count - 1];

    [Fact]
    public void LabelBits_AddAndRemove_AreThoseOfASet()
    {
        var bits = new LabelBits(Count);
        Assert.All(Chosen, label => Assert.True(bits.Add(label)));
        Assert.All(Chosen, label => Assert.False(bits.Add(label)));
        Assert.Equal(Chosen, Enumerable.Range(0, Count).Where(bits.Contains));

        bits.Remove(63);
        bits.Remove(64);

        Assert.Equal(Chosen.Except([63, 64]), Enumerable.Range(0, Count).Where(bits.Contains));
    }

    [Fact]
    public void LabelMap_At_KeepsEachNumber()
    {
        var map = new LabelMap();
        foreach (var label in Chosen.Append(1_000_000))
        {
            map.At(label) = label + 7;
        }

        Assert.Equal(Chosen, Enumerable.Range(0, Count).Where(label => map[label] != 0));
        Assert.All(Chosen.Append(1_000_000), label => Assert.Equal(label + 7, map[label]));
        Assert.Equal(0, map[2_000_000]);
    }

    [Fact]
    public void LabelLists_Add_KeepsTheOrderOfEachList()
    {
        var lists = new LabelLists();
        var expected = Chosen.ToDictionary(label => label, _ => new List<int>());
        for (var item = 0; item < 5000; item++)
        {
            var label = Chosen[item * item % Chosen.Length];
            lists.Add(label, item);
            expected[label].Add(item);
        }

        Assert.All(expected, pair => Assert.Equal(pair.Value, lists[pair.Key].ToArray()));
        Assert.True(lists[Count].IsEmpty);
    }
}
