namespace Espalier.Plugins;

/// <summary>What a recipe may say for one property of an options record; on a member of an enumeration, its <see cref="Name"/> alone.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class OptionAttribute : Attribute
{
    /// <summary>The key, where the property's name in kebab case is not wanted.</summary>
    public string? Name { get; init; }

    /// <summary>The least value; of each item of a list or dictionary.</summary>
    public double Min { get; init; } = double.NegativeInfinity;

    /// <summary>The greatest value; of each item of a list or dictionary.</summary>
    public double Max { get; init; } = double.PositiveInfinity;

    /// <summary>Values must be greater than <see cref="Min"/>.</summary>
    public bool ExclusiveMin { get; init; }

    /// <summary>Values must be less than <see cref="Max"/>.</summary>
    public bool ExclusiveMax { get; init; }

    /// <summary>The recipe must give it.</summary>
    public bool Required { get; init; }

    /// <summary>
    /// The option whose value an options record written as a single value sets: <c>- channel: 0.5</c> for <c>- channel: { ratio: 0.5 }</c>.
    /// </summary>
    public bool Shorthand { get; init; }

    /// <summary>
    /// It is a path: one in a recipe file that is not absolute counts from the file's folder. For texts, and lists and dictionaries of them.
    /// </summary>
    public bool IsPath { get; init; }
}
