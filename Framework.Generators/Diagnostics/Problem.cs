using Espalier.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Espalier.Generators.Diagnostics;

/// <summary>
/// A diagnostic before it is made. Roslyn compares the arguments of two diagnostics by reference, so equal ones would count as changed;
/// these do not. The place is real, in its syntax tree: pragmas and editors need that.
/// </summary>
/// <param name="Rule">What is wrong.</param>
/// <param name="Place">Where.</param>
/// <param name="Arguments">What the message names.</param>
internal sealed record Problem(DiagnosticDescriptor Rule, Location Place, EquatableArray<string> Arguments)
{
    public Diagnostic ToDiagnostic() => Diagnostic.Create(Rule, Place, [.. Arguments.Select(argument => (object)argument)]);
}
