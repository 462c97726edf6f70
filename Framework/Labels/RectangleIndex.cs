namespace Espalier.Labels;

/// <summary>Which rectangles a class of labels lies in.</summary>
internal sealed class RectangleIndex
{
    private readonly IReadOnlyList<Rectangle> all;
    private readonly LabelLists rectangles;

    public RectangleIndex(LabelTracker labels)
    {
        all = labels.Rectangles;
        rectangles = new LabelLists();
        for (var r = 0; r < all.Count; r++)
        {
            foreach (var @class in labels.Forest.ClassesOf(all[r].Field.Labels))
            {
                rectangles.Add(@class, r);
            }
        }
    }

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => all.Count == 0;

    /// <summary>Whether the class lies in any.</summary>
    public bool Touch(int @class) => all.Count > 0 && !rectangles[@class].IsEmpty;

    /// <summary>Whether every rectangle that a cut touches stays a full grid.</summary>
    public bool Hold(CutSet cut) => FirstBroken(cut) is null;

    /// <summary>A rectangle that a cut leaves ragged, or null.</summary>
    public Rectangle? FirstBroken(CutSet cut)
    {
        if (all.Count == 0)
        {
            return null;
        }

        var touched = new HashSet<int>();
        foreach (var @class in cut.Classes)
        {
            foreach (var rectangle in rectangles[@class])
            {
                touched.Add(rectangle);
            }
        }

        return touched.Order().Select(r => all[r]).FirstOrDefault(r => !r.Holds(cut));
    }
}
