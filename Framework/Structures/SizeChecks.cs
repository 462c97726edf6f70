using Espalier.Labels;
using Espalier.Symbolic;

namespace Espalier.Structures;

/// <summary>
/// After all labels have met: locks what the sizes that the model writes cannot follow. A literal in a reshape, or <c>width / heads</c> where the width
/// does not change, makes a cut impossible; a field of the module that sizes the reshape can be rewritten.
/// </summary>
internal static class SizeChecks
{
    /// <summary>Tries one line along each labelled dimension of each sized result, and locks the whole family of lines if a size does not follow.</summary>
    public static void Apply(LabelTracker tracker)
    {
        var index = new BlockIndex(tracker.Forest);
        var trial = new CutSet(index);
        var locks = new List<(LabelField Field, int Dimension, string Reason)>();
        foreach (var uses in tracker.SizeUses.Where(use => use.Divisor is null).GroupBy(use => use.Value))
        {
            foreach (var field in uses.Select(use => tracker.FieldAt(use.Value, use.Dimension)).OfType<LabelField>().Distinct())
            {
                foreach (var dimension in field.Dimensions)
                {
                    if (FirstThatFails(tracker, trial, field, dimension, [.. uses]) is { } use)
                    {
                        locks.Add((field, dimension, Reason(use)));
                    }
                }
            }

            locks.AddRange(SourcesThatFail(tracker, trial, [.. uses]));
        }

        foreach (var (field, dimension, reason) in locks)
        {
            LockLines(tracker.Forest, field, dimension, reason);
        }

        TieRows(tracker, locks);
        ShareFields(tracker);
        foreach (var field in tracker.Rectangles.Select(rectangle => rectangle.Field))
        {
            foreach (var dimension in field.Dimensions)
            {
                _ = tracker.Forest.BlockAll(field.Lines([dimension]));
            }
        }

        tracker.Forest.UnifyBlocks();
    }

    /// <summary>A field of a module that sizes several tensors makes all of them keep equally many.</summary>
    private static void ShareFields(LabelTracker tracker)
    {
        var bound = tracker.SizeUses.Where(use => use.Divisor is null && use.Size.Source is DimSource.Field { Binding.IsWritable: true });
        foreach (var uses in bound.GroupBy(use => ((DimSource.Field)use.Size.Source).Binding))
        {
            var sized = uses
                .Select(use => (Field: tracker.FieldAt(use.Value, use.Dimension)!, use.Dimension))
                .Where(use => use.Field is not null && (use.Field.IsFlat || use.Field.Ragged == use.Dimension))
                .DistinctBy(use => use.Field.Labels)
                .ToArray();
            var parts = sized.Length < 2 ? [] : sized
                .SelectMany(use => use.Field.Lines([.. use.Field.Dimensions.Where(d => d != use.Dimension)]))
                .DistinctBy(line => new LabelSet(tracker.Forest.ClassesOf(line)))
                .ToArray();
            if (parts.Length > 1)
            {
                tracker.Constraints.Add(new CountConstraint(parts, MayEmptyParts: true, $"{uses.Key} sizes several tensors"));
            }
        }
    }

    /// <summary>Dimensions whose size the model uses to size another tensor, which would come out wrong if they were cut.</summary>
    private static IEnumerable<(LabelField Field, int Dimension, string Reason)> SourcesThatFail(LabelTracker tracker, CutSet trial, SizeUse[] uses)
    {
        HashSet<int>? own = null;
        foreach (var (value, dimension) in uses.SelectMany(use => SizeIndex.Sources(use.Size)).Distinct())
        {
            if (tracker.FieldAt(value, dimension) is not { } field)
            {
                continue;
            }

            // What the tensor itself carries was tried line by line.
            own ??= [.. tracker.FieldsOf(uses[0].Value).SelectMany(f => f.Labels).Select(tracker.Forest.Find)];
            if (!field.Labels.Any(label => own.Contains(tracker.Forest.Find(label))) && FirstThatFails(tracker, trial, field, dimension, uses) is { } use)
            {
                yield return (field, dimension, $"its size is used for {Reason(use)}");
            }
        }
    }

    private static SizeUse? FirstThatFails(LabelTracker tracker, CutSet cut, LabelField field, int dimension, SizeUse[] uses)
    {
        cut.Clear();
        foreach (var label in field.FirstLine(dimension))
        {
            cut.Add(label);
        }

        var sizes = new SizeResolver(tracker, cut);
        foreach (var use in uses)
        {
            sizes.Learn(use);
        }

        return uses.FirstOrDefault(use => !sizes.Follows(use, unknownFieldsStay: false));
    }

    private static void LockLines(LabelForest forest, LabelField field, int dimension, string reason)
    {
        if (field.IsFlat)
        {
            foreach (var label in field.Labels)
            {
                forest.Pin(label, reason);
            }

            return;
        }

        foreach (var line in field.Lines([dimension]))
        {
            forest.Lock(forest.Block(line), reason);
        }

        if (dimension == field.Ragged)
        {
            foreach (var label in field.Labels)
            {
                forest.Lock(label, reason);
            }
        }
    }

    /// <summary>Where the number of positions of a dimension is fixed, the rows at all of them go together.</summary>
    private static void TieRows(LabelTracker tracker, List<(LabelField Field, int Dimension, string Reason)> locks)
    {
        var isTied = new HashSet<(LabelField Field, int Dimension)>();
        foreach (var grid in tracker.Grids)
        {
            // Each of the parts that a tensor is taken apart into says the same.
            var field = grid.Field;
            if ((!grid.IsFixed && !locks.Any(l => ReferenceEquals(l.Field, field) && l.Dimension == grid.Dimension)) || !isTied.Add((field, grid.Dimension)))
            {
                continue;
            }

            int[] others = [.. field.Dimensions.Where(d => d != grid.Dimension && d != field.Ragged)];
            var rows = field.Lines([grid.Dimension, .. others]);
            var positions = field.Sizes[field.PositionOf(grid.Dimension)];
            var perPosition = rows.Length / positions;
            for (var row = 0; row < perPosition; row++)
            {
                var first = tracker.Forest.Block(rows[row]);
                for (var position = 1; position < positions; position++)
                {
                    tracker.Forest.Merge(first, tracker.Forest.Block(rows[(position * perPosition) + row]));
                }
            }
        }
    }

    private static string Reason(SizeUse use)
    {
        var place = $"dimension {use.Dimension} of {use.Value.Name}";
        return use.Size.Source switch
        {
            DimSource.Literal => $"{place} is written as the literal {use.Size.Value}: write -1, or keep the number in a field of the module",
            DimSource.Field field => $"{place} is {field.Binding}, which cannot be written: drop its 'readonly', or give it a setter",
            _ => $"{place} is computed from sizes that do not change with it: keep it in a field of the module, or write -1",
        };
    }
}
