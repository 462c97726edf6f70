using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Espalier.Generators.Parsing;

/// <summary>An argument of a call in the model's code.</summary>
/// <param name="Expression">Its code.</param>
/// <param name="Name">Its name, if the call names it.</param>
/// <param name="Parameter">The parameter of the called method that it falls on.</param>
/// <param name="Type">Its own type; null for what has none by itself (null, default, a collection expression).</param>
internal sealed record CallArgument(ExpressionSyntax Expression, string? Name, IParameterSymbol? Parameter, ITypeSymbol? Type)
{
    /// <summary>ref, out or in, if the call says so.</summary>
    public string Modifier { get; init; } = "";

    /// <summary>The enum that it is the 0 of, if it is a constant 0 that was converted to one; that is its type then.</summary>
    public ITypeSymbol? ZeroOf { get; init; }
}
