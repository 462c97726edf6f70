using Microsoft.CodeAnalysis;

namespace Espalier.Generators.Parsing;

/// <summary>A trace that a class needs besides forward's.</summary>
/// <param name="Symbol">What it is the trace of.</param>
/// <param name="Name">Its name in the generated code.</param>
/// <param name="Kind">What it does.</param>
internal sealed record Helper(ISymbol Symbol, string Name, HelperKind Kind);
