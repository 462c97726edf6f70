namespace Espalier.Labels;

/// <summary>
/// A number for each label, 0 where none was given. Numbers are kept in pages that are made when they are first written to: most maps are about a part of the
/// model, and small arrays cost the garbage collector much less than one that is as long as the model has coordinates.
/// </summary>
internal sealed class LabelMap
{
    private const int PageBits = 11;
    private const int PageMask = (1 << PageBits) - 1;
    private int[]?[] pages = new int[]?[16];

    /// <summary>The number of a label.</summary>
    public int this[int label]
    {
        get
        {
            var page = label >> PageBits;
            return page < pages.Length && pages[page] is { } numbers ? numbers[label & PageMask] : 0;
        }
    }

    /// <summary>The number of a label, to be changed.</summary>
    public ref int At(int label)
    {
        var page = label >> PageBits;
        if (page >= pages.Length)
        {
            Array.Resize(ref pages, Math.Max(pages.Length * 2, page + 1));
        }

        return ref (pages[page] ??= new int[PageMask + 1])[label & PageMask];
    }
}
