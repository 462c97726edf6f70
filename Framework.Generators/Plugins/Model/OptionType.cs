using Espalier.Generators.Model;

namespace Espalier.Generators.Plugins.Model;

/// <summary>The type of an option, as far as reading it goes.</summary>
/// <param name="Kind">How it is read.</param>
internal sealed record OptionType(OptionKind Kind)
{
    /// <summary>The qualified name: of an enumeration, of a record, of a part's contract.</summary>
    public string Name { get; init; } = "";

    /// <summary>What recipes call a part of the contract.</summary>
    public string PartKind { get; init; } = "";

    /// <summary>Whether nothing can be given: the qualified type without the question mark is a value type's or a reference type's.</summary>
    public OptionNull Null { get; init; }

    /// <summary>The type of a list's or dictionary's items.</summary>
    public OptionType? Item { get; init; }

    /// <summary>The members of an enumeration.</summary>
    public EquatableArray<EnumName> Names { get; init; }

    /// <summary>The values that a number may have.</summary>
    public Bounds Bounds { get; init; } = Bounds.None;

    /// <summary>The type of the innermost items.</summary>
    public OptionType Innermost => Item?.Innermost ?? this;

    /// <summary>Whether it is a number.</summary>
    public bool IsNumber => Kind is OptionKind.Int32 or OptionKind.Int64 or OptionKind.Single or OptionKind.Double;
}
