namespace Espalier.Labels;

/// <summary>A field over several dimensions that must stay a full grid: what goes, goes at all positions of the other dimensions.</summary>
/// <param name="Field">The field.</param>
/// <param name="Reason">Why, for a diagnostic.</param>
internal sealed record Rectangle(LabelField Field, string Reason)
{
    /// <summary>Whether what a cut leaves is a full grid.</summary>
    public bool Holds(CutSet cut)
    {
        // A position of a dimension stays if anything on it does; then everything on the positions that stay must.
        var strides = LabelField.Strides(Field.Sizes);
        var stays = Field.Sizes.Select(size => new bool[size]).ToArray();
        var kept = new bool[Field.Labels.Length];
        var count = 0L;
        for (var i = 0; i < kept.Length; i++)
        {
            kept[i] = !cut.Contains(Field.Labels[i]);
            if (!kept[i])
            {
                continue;
            }

            count++;
            for (var d = 0; d < strides.Length; d++)
            {
                stays[d][i / strides[d] % Field.Sizes[d]] = true;
            }
        }

        return count == stays.Aggregate(1L, (total, line) => total * line.Count(stay => stay));
    }
}
