using Espalier.Generators.Model;

namespace Espalier.Generators.Plugins.Model;

/// <summary>An options record.</summary>
internal sealed record OptionsModel
{
    /// <summary>The generated file's name.</summary>
    public required string HintName { get; init; }

    /// <summary>The namespace; empty for the global one.</summary>
    public required string Namespace { get; init; }

    /// <summary><c>public</c> or <c>internal</c>.</summary>
    public required string Accessibility { get; init; }

    /// <summary>The record's name without its namespace.</summary>
    public required string Name { get; init; }

    /// <summary>What the record is, as plain text.</summary>
    public required string Description { get; init; }

    /// <summary>Whether the record checks itself.</summary>
    public required bool IsValidated { get; init; }

    /// <summary>The options in the order of their declaration.</summary>
    public required EquatableArray<OptionModel> Options { get; init; }
}
