namespace Espalier.Planning;

/// <summary>How far one group may be cut. Ratios are the part of its width that goes.</summary>
public sealed record WidthLimits
{
    /// <summary>A group that is cut keeps a multiple of this, in each of its rows. Narrower ones stay whole. Default: 1.</summary>
    public int Multiple { get; init; } = 1;

    /// <summary>The least that the group, or each of its rows, keeps. Default: 1.</summary>
    public int Minimum { get; init; } = 1;

    /// <summary>The part that goes in any case, as far as units can be taken; it goes before <see cref="MaxRatio"/>. Default: 0.</summary>
    public double MinRatio { get; init; }

    /// <summary>The most that goes. Default: 1, all but the minimum.</summary>
    public double MaxRatio { get; init; } = 1;

    /// <summary>How many units the group had when the ratios were 0, where it has been cut since; null: as many as now.</summary>
    public int? Dense { get; init; }
}
