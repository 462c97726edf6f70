namespace Espalier.Labels;

/// <summary>A reason for some of the classes of labels. The first that is given to a class stays.</summary>
internal sealed class LabelReasons
{
    /// <summary>The number of a class's reason, from 1.</summary>
    private readonly LabelMap numbers = new();
    private readonly List<string> reasons = [];

    /// <summary>Whether a class has one.</summary>
    public bool Has(int @class) => numbers[@class] != 0;

    /// <summary>The reason of a class, or null.</summary>
    public string? Of(int @class) => numbers[@class] is > 0 and var number ? reasons[number - 1] : null;

    /// <summary>Gives a class a reason, unless it has one.</summary>
    public void Add(int @class, string reason)
    {
        ref var number = ref numbers.At(@class);
        if (number == 0)
        {
            // What is locked or pinned together comes one after the other.
            if (reasons.Count == 0 || !ReferenceEquals(reasons[^1], reason))
            {
                reasons.Add(reason);
            }

            number = reasons.Count;
        }
    }

    /// <summary>A class that becomes part of another hands its reason on.</summary>
    public void Inherit(int part, int whole)
    {
        if (numbers[part] is > 0 and var number)
        {
            ref var known = ref numbers.At(whole);
            known = known == 0 ? number : known;
        }
    }
}
