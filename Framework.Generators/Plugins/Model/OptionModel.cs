namespace Espalier.Generators.Plugins.Model;

/// <summary>One option of a record.</summary>
/// <param name="Property">The property.</param>
/// <param name="Key">The key in recipes.</param>
/// <param name="Type">Its type.</param>
internal sealed record OptionModel(string Property, string Key, OptionType Type)
{
    /// <summary>The first sentences of its documentation, as plain text.</summary>
    public string Description { get; init; } = "";

    /// <summary>The default as JSON; null where it is not a constant.</summary>
    public string? Default { get; init; }

    /// <summary>Whether the recipe must give it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether C# wants it in every object initialiser.</summary>
    public bool IsRequiredMember { get; init; }

    /// <summary>Whether a single value in place of the record is the value of this option.</summary>
    public bool IsShorthand { get; init; }
}
