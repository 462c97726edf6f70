using Espalier.Framework.Tests.Motifs;
using Espalier.Graphs;
using Espalier.Labels;
using Espalier.Structures;
using TorchSharp;

namespace Espalier.Framework.Tests.Structures;

/// <summary>Which indices of which parameters a unit has: criteria score by them.</summary>
public sealed class StructureMemberTests
{
    public static TheoryData<string> Motifs => MotifTests.Names;

    [Theory]
    [MemberData(nameof(Motifs))]
    public void Indices_EachUnitOfEachGroup_AreWhatItsCutRemoves(string motif)
    {
        var structure = Find(motif);
        foreach (var group in structure.Groups.Cast<StructureGroup>())
        {
            for (var unit = 0; unit < group.Count; unit++)
            {
                var cut = new CutSet(structure.Blocks);
                cut.Add(group.Classes[unit]);
                var removed = structure.Slices.Touched(cut).ToDictionary(
                    touched => (touched.Dimension.Parameter, touched.Dimension.Dimension),
                    touched => Enumerable.Range(0, touched.Dimension.Classes.Length).Except(touched.Kept).ToArray());
                var listed = group.Members.Where(member => member.Indices[unit].Length > 0)
                    .ToDictionary(member => (member.Parameter, member.Dimension), member => member.Indices[unit]);

                Assert.Equal(removed.Keys.Order(), listed.Keys.Order());
                Assert.All(removed, pair => Assert.Equal(pair.Value, listed[pair.Key]));
            }
        }
    }

    [Fact]
    public void Indices_NextLayer_IsItsColumn() => AssertIndices(nameof(StackMean), "a", "head.weight", 1, unit => [unit], 8);

    [Fact]
    public void Indices_JoinedWithItself_AreBothCopies() => AssertIndices(nameof(CatWithItself), "a", "b.weight", 1, unit => [unit, unit + 8], 8);

    [Fact]
    public void Indices_FlattenedImage_AreAllItsPixels() =>
        AssertIndices(nameof(FlattenAfterConvolution), "a", "fc.weight", 1, unit => [.. Enumerable.Range(16 * unit, 16)], 6);

    private static void AssertIndices(string motif, string group, string parameter, int dimension, Func<int, int[]> expected, int count)
    {
        var member = Assert.Single(Find(motif).Group(group).Members, member => member.Parameter == parameter && member.Dimension == dimension);
        Assert.Equal(Enumerable.Range(0, count).Select(expected), member.Indices);
    }

    private static ModelStructure Find(string motif)
    {
        var (create, inputs) = MotifTests.Motifs[motif];
        using var model = create();
        return ModelStructure.Find(TracedModel.Trace(model, inputs).Graphs);
    }
}
