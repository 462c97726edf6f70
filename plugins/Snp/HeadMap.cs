using Espalier.Attention;
using Espalier.Structures;

namespace Espalier.Plugins.Snp;

/// <summary>Which unit each query/key pair of each head is: leading dimensions along which units differ are heads, the others batches and windows.</summary>
internal sealed class HeadMap
{
    private HeadMap(int[] headDimensions, int[] headSizes, int width, (IStructureGroup Group, int Unit)?[] units)
    {
        HeadDimensions = headDimensions;
        Heads = headSizes.Aggregate(1, (count, size) => count * size);
        Width = width;
        Units = units;
    }

    /// <summary>The leading dimensions of the product that run over heads.</summary>
    public int[] HeadDimensions { get; }

    /// <summary>How many heads there are: those of the queries, where several share keys.</summary>
    public int Heads { get; }

    /// <summary>How many pairs a head has.</summary>
    public int Width { get; }

    /// <summary>The unit of pair i of head h at h * <see cref="Width"/> + i; null where it cannot be cut.</summary>
    public (IStructureGroup Group, int Unit)?[] Units { get; }

    /// <summary>The groups that the pairs belong to.</summary>
    public IEnumerable<IStructureGroup> Groups => Units.Where(unit => unit is not null).Select(unit => unit!.Value.Group).Distinct();

    /// <summary>The map of two factors of a product; of one factor with itself for values.</summary>
    public static HeadMap Of(AttentionTap left, AttentionTap right, ModelStructure structure)
    {
        var leading = Math.Max(left.Leading, right.Leading);
        var sides = new[] { Side.Of(left, structure, leading), Side.Of(right, structure, leading) }.OfType<Side>().ToArray();
        int[] dimensions = [.. sides.SelectMany(side => side.Steps.Keys).Distinct().Order()];
        int[] sizes = [.. dimensions.Select(d => sides.Max(side => side.Sizes.GetValueOrDefault(d, 1)))];
        var width = (int)left.Size(left.Order.Count - 1);
        var heads = sizes.Aggregate(1, (count, size) => count * size);
        var units = new (IStructureGroup, int)?[heads * width];
        for (var head = 0; head < heads; head++)
        {
            var place = new Dictionary<int, int>();
            for (var (d, rest) = (dimensions.Length - 1, head); d >= 0; rest /= sizes[d--])
            {
                place.Add(dimensions[d], rest % sizes[d]);
            }

            for (var i = 0; i < width; i++)
            {
                units[(head * width) + i] = sides.Select(side => side.UnitAt(place, i)).FirstOrDefault(unit => unit is not null);
            }
        }

        return new HeadMap(dimensions, sizes, width, units);
    }

    /// <summary>The units of one factor, by its place among the product's leading dimensions.</summary>
    private sealed record Side(ValueUnits Units, Dictionary<int, int> Steps, Dictionary<int, int> Sizes, int WidthStep)
    {
        public static Side? Of(AttentionTap tap, ModelStructure structure, int leading)
        {
            var widthDimension = tap.Order[^1];
            if (structure.UnitsOf(tap.Value).FirstOrDefault(units => DiffersAlong(units, widthDimension)) is not { } units)
            {
                return null;
            }

            var (steps, sizes, widthStep) = (new Dictionary<int, int>(), new Dictionary<int, int>(), 0);
            for (var (i, step) = (units.Dimensions.Count - 1, 1); i >= 0; step *= units.Sizes[i--])
            {
                var place = tap.Order.ToList().IndexOf(units.Dimensions[i]);
                if (place == tap.Order.Count - 1)
                {
                    widthStep = step;
                }
                else if (place < tap.Leading)
                {
                    steps.Add(place + leading - tap.Leading, step);
                    sizes.Add(place + leading - tap.Leading, units.Sizes[i]);
                }
            }

            return new Side(units, steps, sizes, widthStep);
        }

        /// <summary>Whether each coordinate of a dimension is a unit of its own; whole heads are not.</summary>
        private static bool DiffersAlong(ValueUnits units, int dimension)
        {
            var at = units.Dimensions.ToList().IndexOf(dimension);
            if (at < 0)
            {
                return false;
            }

            var step = units.Sizes.Skip(at + 1).Aggregate(1, (count, size) => count * size);
            var line = Enumerable.Range(0, units.Sizes[at]).Select(i => units.Units[i * step]).ToArray();
            return line.All(unit => unit is not null) && line.Distinct().Count() == line.Length;
        }

        public (IStructureGroup, int)? UnitAt(Dictionary<int, int> place, int i)
        {
            var at = i * WidthStep;
            foreach (var (dimension, step) in Steps)
            {
                at += Sizes[dimension] == 1 ? 0 : place[dimension] * step;
            }

            return Units.Units[at];
        }
    }
}
