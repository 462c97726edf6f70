namespace Espalier.Plugins.Snp;

/// <summary>Widths that were timed beside the model as it was.</summary>
/// <param name="Asked">The most MACs that they were given.</param>
/// <param name="Macs">The MACs that they come to.</param>
/// <param name="Before">The median time of the model as it was, in milliseconds.</param>
/// <param name="After">The median time with these widths, measured in turns with it, in milliseconds.</param>
internal sealed record LatencyProbe(long Asked, long Macs, double Before, double After)
{
    /// <summary>The part of its time that stays. What disturbs the machine disturbs both, so this is steadier than the milliseconds.</summary>
    public double Part => After / Before;
}
