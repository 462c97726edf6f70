namespace Espalier.Generators.Plugins.Model;

/// <summary>An argument of a constructor.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Type">The qualified name of the options record or service.</param>
internal sealed record ArgumentModel(ArgumentKind Kind, string Type);
