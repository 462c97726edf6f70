namespace Espalier.Labels;

/// <summary>Which rectangles a class of labels lies in.</summary>
internal sealed class RectangleIndex
{
    private readonly Dictionary<int, List<Rectangle>> rectangles = [];

    public RectangleIndex(LabelTracker labels)
    {
        foreach (var rectangle in labels.Rectangles)
        {
            foreach (var @class in rectangle.Field.Labels.Select(labels.Forest.Find).Distinct())
            {
                if (!rectangles.TryGetValue(@class, out var list))
                {
                    rectangles.Add(@class, list = []);
                }

                list.Add(rectangle);
            }
        }
    }

    /// <summary>Whether every rectangle that a cut touches stays a full grid.</summary>
    public bool Hold(CutSet cut) => FirstBroken(cut) is null;

    /// <summary>A rectangle that a cut leaves ragged, or null.</summary>
    public Rectangle? FirstBroken(CutSet cut) =>
        cut.Classes.SelectMany(c => rectangles.TryGetValue(c, out var list) ? list : []).Distinct().FirstOrDefault(r => !r.Holds(cut));
}
