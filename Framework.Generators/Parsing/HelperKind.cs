namespace Espalier.Generators.Parsing;

/// <summary>What a generated helper does.</summary>
internal enum HelperKind
{
    /// <summary>Traces a method.</summary>
    Method,

    /// <summary>Traces a property that is computed.</summary>
    Property,

    /// <summary>Reads an integer member as a size.</summary>
    Size,
}
