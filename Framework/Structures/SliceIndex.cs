using Espalier.Labels;

namespace Espalier.Structures;

/// <summary>Which slices of which parameter dimensions carry which class of labels.</summary>
internal sealed class SliceIndex
{
    private readonly Dictionary<int, List<(int Dimension, int Index)>> slices = [];

    public SliceIndex(LabelTracker labels)
    {
        var dimensions = new List<ParameterDimension>();
        foreach (var (parameter, fields) in labels.Parameters)
        {
            foreach (var field in fields)
            {
                var key = (parameter, field.Dimensions[0]);
                var classes = Array.ConvertAll(field.Labels, labels.Forest.Find);
                for (var i = 0; i < classes.Length; i++)
                {
                    if (!slices.TryGetValue(classes[i], out var list))
                    {
                        slices.Add(classes[i], list = []);
                    }

                    list.Add((dimensions.Count, i));
                }

                dimensions.Add(new ParameterDimension(parameter, key.Item2, classes, labels.Producers.Contains(key), labels.Consumers.Contains(key)));
            }
        }

        Dimensions = dimensions;
    }

    /// <summary>All parameter dimensions, in the order in which the model uses them.</summary>
    public IReadOnlyList<ParameterDimension> Dimensions { get; }

    /// <summary>The parameter dimensions that these classes and all that they entail hold slices of: producers, followers, then consumers.</summary>
    public IReadOnlyList<StructureMember> MembersOf(int[] classes, BlockIndex blocks)
    {
        var indices = new Dictionary<int, List<int>?[]>();
        for (var unit = 0; unit < classes.Length; unit++)
        {
            var cut = new CutSet(blocks);
            cut.Add(classes[unit]);
            foreach (var (dimension, index) in cut.Classes.SelectMany(c => slices.TryGetValue(c, out var list) ? list : []))
            {
                if (!indices.TryGetValue(dimension, out var perUnit))
                {
                    indices.Add(dimension, perUnit = new List<int>?[classes.Length]);
                }

                (perUnit[unit] ??= []).Add(index);
            }
        }

        return
        [
            .. indices
                .Select(pair => (Dimension: Dimensions[pair.Key], pair.Key, pair.Value))
                .OrderBy(m => m.Dimension.Role).ThenBy(m => m.Key)
                .Select(m => new StructureMember(
                    m.Dimension.Parameter, m.Dimension.Dimension, m.Dimension.Classes.Length, m.Dimension.Role,
                    Array.ConvertAll(m.Value, list => list is null ? [] : list.Order().ToArray())))
        ];
    }

    /// <summary>One dimension of one parameter.</summary>
    internal sealed record ParameterDimension(string Parameter, int Dimension, int[] Classes, bool IsProducer, bool IsConsumer)
    {
        public MemberRole Role => IsProducer ? MemberRole.Producer : IsConsumer ? MemberRole.Consumer : MemberRole.Follower;
    }
}
