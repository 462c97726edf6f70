namespace Espalier.Generators.Model;

/// <summary>A parameter of forward, as the untyped trace fills it from its list of inputs.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it takes.</param>
/// <param name="Default">Its value if it is no tensor and has a default; null if it has none.</param>
internal sealed record TraceInput(string Name, InputKind Kind, string? Default);
