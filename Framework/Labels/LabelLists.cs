namespace Espalier.Labels;

/// <summary>Lists of numbers by label: what a dictionary of lists would hold, without its cost.</summary>
internal sealed class LabelLists
{
    private const int PageBits = 11;
    private const int PageMask = (1 << PageBits) - 1;

    /// <summary>The last cell of each label's list, numbered from 1; for a list of one item, as most are, the complement of the item and no cell.</summary>
    private readonly LabelMap lasts = new();

    /// <summary>Cells in pages. That of the last item points back to the first, so that one number per label is enough to append in order.</summary>
    private readonly List<Cell[]> pages = [];
    private int count;

    private record struct Cell(int Item, int Next);

    /// <summary>The items of a label, in the order in which they were added.</summary>
    public Items this[int label] => new(this, lasts[label]);

    /// <summary>Appends to the list of a label, unless the item is its last already.</summary>
    public void AddOnce(int label, int item)
    {
        var last = lasts[label];
        if (last == 0 || (last < 0 ? ~last : At(last).Item) != item)
        {
            Add(label, item);
        }
    }

    /// <summary>Appends to the list of a label.</summary>
    public void Add(int label, int item)
    {
        ref var last = ref lasts.At(label);
        if (last == 0)
        {
            last = ~item;
            return;
        }

        if (last < 0)
        {
            var only = NewCell();
            At(only) = new Cell(~last, only);
            last = only;
        }

        var cell = NewCell();
        ref var before = ref At(last);
        At(cell) = new Cell(item, before.Next);
        before.Next = cell;
        last = cell;
    }

    private int NewCell()
    {
        if ((count & PageMask) == 0)
        {
            pages.Add(new Cell[PageMask + 1]);
        }

        return ++count;
    }

    private ref Cell At(int cell) => ref pages[(cell - 1) >> PageBits][(cell - 1) & PageMask];

    /// <summary>The items of one label.</summary>
    /// <param name="lists">All lists.</param>
    /// <param name="last">The cell of the last item, the complement of the only one, or 0 where there is none.</param>
    internal readonly struct Items(LabelLists lists, int last)
    {
        public bool IsEmpty => last == 0;

        public Enumerator GetEnumerator() => new(lists, last);

        public int[] ToArray()
        {
            var items = new List<int>();
            foreach (var item in this)
            {
                items.Add(item);
            }

            return [.. items];
        }
    }

    /// <summary>Goes through the items of one label.</summary>
    /// <param name="lists">All lists.</param>
    /// <param name="last">The cell of the last item, the complement of the only one, or 0 where there is none.</param>
    internal struct Enumerator(LabelLists lists, int last)
    {
        private int next = last > 0 ? lists.At(last).Next : last;

        public int Current { get; private set; }

        public bool MoveNext()
        {
            if (next == 0)
            {
                return false;
            }

            if (next < 0)
            {
                Current = ~next;
                next = 0;
                return true;
            }

            var cell = lists.At(next);
            Current = cell.Item;
            next = next == last ? 0 : cell.Next;
            return true;
        }
    }
}
