using Microsoft.CodeAnalysis;

namespace Espalier.Generators.Parsing;

/// <summary>
/// A symbolic method or property that stands for one of TorchSharp's, and how the arguments of a call fall on its parameters.
/// </summary>
/// <param name="Symbol">The method, or the indexer.</param>
/// <param name="TakesTracer">Whether its first parameter is the tracer, as where there is no tensor to take it from.</param>
/// <param name="Parameters">For each argument of the call, the parameter; null where the symbolic form does without.</param>
internal sealed record Mirror(ISymbol Symbol, bool TakesTracer, IReadOnlyList<IParameterSymbol?> Parameters)
{
    /// <summary>Whether other overloads would take the arguments too, so that a list of them must be written as a list.</summary>
    public bool HasRivals { get; init; }

    /// <summary>The type that an argument must have; the element's for an argument of an expanded params list.</summary>
    public ITypeSymbol? TargetType(int argument, ITypeSymbol? argumentType)
    {
        if (Parameters[argument] is not { } parameter)
        {
            return null;
        }

        return parameter is { IsParams: true, Type: IArrayTypeSymbol array } && argumentType is not (IArrayTypeSymbol or null)
            ? array.ElementType : parameter.Type;
    }
}
