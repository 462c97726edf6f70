namespace Espalier.Generators.Parsing;

/// <summary>The annotations that a model's author writes.</summary>
internal static class AttributeNames
{
    public const string PrunableModelMetadataName = "Espalier.PrunableModelAttribute";

    public const string PrunableModel = "PrunableModelAttribute";

    public const string TraceWith = "TraceWithAttribute";

    public const string Opaque = "OpaqueAttribute";
}
