using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Espalier.Generators.Parsing;

/// <summary>Finds the symbolic form of a tensor operation: the member of the same name whose parameters the call's arguments fit.</summary>
internal sealed class MirrorLookup(KnownSymbols known)
{
    // What says where and how a tensor lies, not what is in it: a symbolic form may do without.
    private static readonly HashSet<string> Dispensable =
        ["device", "requires_grad", "names", "non_blocking", "copy", "disposeAfter", "memory_format", "generator", "inplace"];

    /// <summary>The symbolic form of a method, or null.</summary>
    public Mirror? Method(INamedTypeSymbol container, IMethodSymbol method, IReadOnlyList<CallArgument> arguments)
    {
        var fits = Members<IMethodSymbol>(container, method.Name)
            .Where(candidate => candidate.DeclaredAccessibility == Accessibility.Public && candidate.IsStatic == method.IsStatic)
            .Select(candidate => Fit(candidate, candidate.Parameters, arguments))
            .OfType<Mirror>()
            .Where(mirror => Agrees(mirror, method, arguments))
            .OrderByDescending(mirror => Agreement(mirror, arguments))
            .ToList();
        return fits.Count == 0 ? null : fits[0] with { HasRivals = fits.Count > 1 };
    }

    /// <summary>
    /// Whether the arguments mean the same in both methods. A number that falls on 'sizes' must not fall on 'size', nor one for 'dim' on
    /// 'start'.
    /// </summary>
    private static bool Agrees(Mirror mirror, IMethodSymbol method, IReadOnlyList<CallArgument> arguments)
    {
        var parameters = ((IMethodSymbol)mirror.Symbol).Parameters;
        for (var i = 0; i < arguments.Count; i++)
        {
            if (mirror.Parameters[i] is not { } parameter || arguments[i].Parameter is not { } original || parameter.Name == original.Name)
            {
                continue;
            }

            if (parameters.Any(p => p.Name == original.Name) || method.Parameters.Any(p => p.Name == parameter.Name)
                || (original.IsParams && original.Type is IArrayTypeSymbol && arguments[i].Type is not IArrayTypeSymbol
                    && !parameter.IsParams))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether another overload takes an enum where this one takes the argument.</summary>
    public static bool HasRivalOfEnum(Mirror mirror, int argument) => mirror.Parameters[argument] is { } parameter
        && Members<IMethodSymbol>(mirror.Symbol.ContainingType, mirror.Symbol.Name).Any(rival =>
            rival.Parameters.Length >= mirror.Parameters.Count && rival.Parameters.Length > parameter.Ordinal
                && KnownSymbols.Underlying(rival.Parameters[parameter.Ordinal].Type)!.TypeKind == TypeKind.Enum);

    private static int Agreement(Mirror mirror, IReadOnlyList<CallArgument> arguments) =>
        Enumerable.Range(0, arguments.Count)
            .Count(i => mirror.Parameters[i] is { } parameter && parameter.Name == arguments[i].Parameter?.Name);

    /// <summary>The symbolic indexer, or null.</summary>
    public Mirror? Indexer(IReadOnlyList<CallArgument> arguments)
    {
        foreach (var indexer in Members<IPropertySymbol>(known.SymbolicTensor!, "this[]"))
        {
            if (Fit(indexer, indexer.Parameters, arguments) is { } mirror)
            {
                return mirror;
            }
        }

        return null;
    }

    /// <summary>The symbolic form of a property, or null.</summary>
    public static IPropertySymbol? Property(INamedTypeSymbol container, string name, bool isStatic) =>
        Members<IPropertySymbol>(container, name)
            .FirstOrDefault(p => p.IsStatic == isStatic && p.DeclaredAccessibility == Accessibility.Public);

    /// <summary>Whether tensors have this operator in symbolic form for these operands.</summary>
    public bool HasOperator(string name, params ITypeSymbol?[] operands) =>
        Members<IMethodSymbol>(known.SymbolicTensor!, name).Any(candidate =>
            candidate.Parameters.Length == operands.Length
                && candidate.Parameters.Zip(operands, (p, o) => Accepts(p.Type, o, null)).All(fits => fits));

    private static IEnumerable<T> Members<T>(INamedTypeSymbol container, string name)
        where T : ISymbol => container.GetMembers(name).OfType<T>();

    private Mirror? Fit(ISymbol symbol, IReadOnlyList<IParameterSymbol> parameters, IReadOnlyList<CallArgument> arguments)
    {
        var takesTracer = parameters.Count > 0 && KnownSymbols.IsSame(parameters[0].Type, known.Tracer);
        var first = takesTracer ? 1 : 0;
        var fitted = new IParameterSymbol?[arguments.Count];
        var used = new HashSet<IParameterSymbol>(SymbolEqualityComparer.Default);
        for (var i = 0; i < arguments.Count; i++)
        {
            var argument = arguments[i];
            var position = Math.Min(i + first, parameters.Count - 1);
            var parameter = argument.Name is { } name
                ? parameters.FirstOrDefault(p => p.Name == name)
                : position >= first && (i + first < parameters.Count || parameters[position].IsParams) ? parameters[position] : null;
            if (parameter is not null && Accepts(parameter, argument))
            {
                fitted[i] = parameter;
                used.Add(parameter);
            }
            else if (argument.Parameter is not { } original || !Dispensable.Contains(original.Name))
            {
                return null;
            }
        }

        return parameters.Skip(first).All(p => used.Contains(p) || p.IsOptional || p.IsParams) ? new Mirror(symbol, takesTracer, fitted)
            : null;
    }

    private bool Accepts(IParameterSymbol parameter, CallArgument argument) =>
        Accepts(parameter.Type, argument.Type, argument.Expression)
        || (parameter is { IsParams: true, Type: IArrayTypeSymbol array } && Accepts(array.ElementType, argument.Type, argument.Expression));

    /// <summary>Whether the translation of a value of one type can be handed to a symbolic parameter.</summary>
    private bool Accepts(ITypeSymbol wanted, ITypeSymbol? given, ExpressionSyntax? expression)
    {
        var target = KnownSymbols.Underlying(wanted)!;
        if (given is null)
        {
            return expression switch
            {
                CollectionExpressionSyntax or ImplicitArrayCreationExpressionSyntax => Element(target) is not null,
                RangeExpressionSyntax => KnownSymbols.IsSame(target, known.SymbolicIndex),
                _ => wanted.IsReferenceType || !SymbolEqualityComparer.Default.Equals(target, wanted)
                    || !expression.IsKind(SyntaxKind.NullLiteralExpression),
            };
        }

        var source = KnownSymbols.Underlying(given)!;
        if (known.IsTensor(source))
        {
            return KnownSymbols.IsSame(target, known.SymbolicTensor) || KnownSymbols.IsSame(target, known.SymbolicIndex);
        }

        if (KnownSymbols.IsSame(source, known.TensorIndex))
        {
            return KnownSymbols.IsSame(target, known.SymbolicIndex);
        }

        if (known.IsDim(target))
        {
            return KnownSymbols.IsWhole(source);
        }

        if (KnownSymbols.IsWhole(source) && target is INamedTypeSymbol { SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 })
        {
            return source.SpecialType == SpecialType.System_Int32 || target.SpecialType == SpecialType.System_Int64;
        }

        if (source is INamedTypeSymbol { IsTupleType: true } from && target is INamedTypeSymbol { IsTupleType: true } to)
        {
            return from.TupleElements.Length == to.TupleElements.Length
                && from.TupleElements.Zip(to.TupleElements, (f, t) => Accepts(t.Type, f.Type, null)).All(fits => fits);
        }

        if (Element(source) is { } fromElement && (known.HoldsTensors(fromElement) || KnownSymbols.IsWhole(fromElement)))
        {
            return Element(target) is { } toElement && Accepts(toElement, fromElement, null);
        }

        return known.Compilation.ClassifyConversion(source, target).IsImplicit;
    }

    private static ITypeSymbol? Element(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { IsGenericType: true, TypeArguments: [var element] } named
            when named.Name.EndsWith("List", StringComparison.Ordinal) || named.Name.EndsWith("Enumerable", StringComparison.Ordinal)
                || named.Name.EndsWith("Collection", StringComparison.Ordinal)
                    || named.Name.EndsWith("Span", StringComparison.Ordinal) => element,
        _ => null,
    };
}
