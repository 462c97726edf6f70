using Espalier.Structures;

namespace Espalier.Planning;

/// <summary>How a ratio becomes a width.</summary>
public sealed record WidthOptions
{
    /// <summary>Kept widths are multiples of this, rounded to the nearest; widths below it stay as the ratio says. Default: 1.</summary>
    public int Multiple { get; init; } = 1;

    /// <summary>The least that a group, or each of its rows, keeps. Default: 1.</summary>
    public int Minimum { get; init; } = 1;

    /// <summary>How many units a group keeps at a ratio: floor(width x (1 - ratio)), in every row alike.</summary>
    public int Keep(IStructureGroup group, double ratio)
    {
        var rows = group.Rows.Count == 0 ? 1 : group.Rows.Max() + 1;
        var width = group.Count / rows;
        // The small addend keeps 10 x (1 - 0.9) from coming out as 0.
        var kept = (int)Math.Floor((width * (1 - ratio)) + 1e-9);
        if (Multiple > 1 && width >= Multiple)
        {
            kept = Math.Max(Multiple, (int)Math.Round(kept / (double)Multiple, MidpointRounding.AwayFromZero) * Multiple);
        }

        return rows * Math.Clamp(kept, Math.Min(Math.Max(1, Minimum), width), width);
    }
}
