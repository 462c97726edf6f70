using Espalier.Planning;
using Espalier.Structures;

namespace Espalier.Framework.Tests.Planning;

/// <summary>How a ratio becomes a width.</summary>
public sealed class WidthOptionsTests
{
    [Theory]
    [InlineData(10, 0.0, 10)]
    [InlineData(10, 0.9, 1)]
    [InlineData(10, 0.99, 1)]
    [InlineData(7, 0.5, 3)]
    public void Keep_Ratio_IsFloorAndAtLeastOne(int width, double ratio, int expected) =>
        Assert.Equal(expected, new WidthOptions().Keep(new Group(width), ratio));

    [Theory]
    [InlineData(10, 0.9, 3, 3)]
    [InlineData(2, 0.9, 3, 2)]
    public void Keep_Minimum_IsKeptWhereThereAreSoMany(int width, double ratio, int minimum, int expected) =>
        Assert.Equal(expected, new WidthOptions { Minimum = minimum }.Keep(new Group(width), ratio));

    [Theory]
    [InlineData(12, 0.5, 8)]
    [InlineData(12, 0.6, 4)]
    [InlineData(12, 0.99, 4)]
    [InlineData(4, 0.5, 4)]
    [InlineData(3, 0.5, 1)]
    [InlineData(7, 0.0, 7)]
    public void Keep_MultipleOfFour_IsTheNearest(int width, double ratio, int expected) =>
        Assert.Equal(expected, new WidthOptions { Multiple = 4 }.Keep(new Group(width), ratio));

    [Fact]
    public void Keep_Rows_AreTreatedAlike() => Assert.Equal(3 * 2, new WidthOptions().Keep(new Group(12, rows: 3), 0.5));

    private sealed class Group(int count, int rows = 1) : IStructureGroup
    {
        public string Name => "group";

        public StructureGranularity Granularity => StructureGranularity.Channel;

        public int Count => count;

        public IReadOnlyList<StructureMember> Members => [];

        public IReadOnlyList<int> Rows { get; } = [.. Enumerable.Range(0, count).Select(unit => unit * rows / count)];
    }
}
