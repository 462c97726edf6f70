using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Espalier.Generators.Parsing;

/// <summary>A call in the model's code with its meaning.</summary>
/// <param name="Kind">What it means.</param>
/// <param name="Method">The method; an extension method in its static form.</param>
/// <param name="Receiver">What it is called on; null for a static method and for an implicit <c>this</c>.</param>
/// <param name="Arguments">The arguments; an extension method's receiver comes first.</param>
/// <param name="Mirror">The symbolic form, for a tensor operation.</param>
internal sealed record ResolvedCall(
    CallKind Kind, IMethodSymbol? Method, ExpressionSyntax? Receiver, IReadOnlyList<CallArgument> Arguments, Mirror? Mirror = null)
{
    /// <summary>The type arguments that the call spells out.</summary>
    public IReadOnlyList<ITypeSymbol> TypeArguments { get; init; } = [];

    /// <summary>Whether it is called with <c>base.</c>.</summary>
    public bool OnBase => Receiver is BaseExpressionSyntax;
}
