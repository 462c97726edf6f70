using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Espalier.Generators.Parsing;

/// <content>Whole numbers, as sizes and as numbers.</content>
internal sealed partial class BodyTranslator
{
    /// <summary>An expression where the trace takes a size; members of the module are then read so that surgery can rewrite them.</summary>
    private string Size(ExpressionSyntax expression, bool follow)
    {
        switch (expression)
        {
            case ParenthesizedExpressionSyntax inner:
                return $"({Size(inner.Expression, follow)})";
            case CheckedExpressionSyntax inner:
                return $"({Size(inner.Expression, follow)})";
            case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed:
                return Size(suppressed.Operand, follow);
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } negative:
                return "-" + Size(negative.Operand, follow);
            case CastExpressionSyntax cast when KnownSymbols.IsWhole(TypeOf(cast)) && KnownSymbols.IsWhole(TypeOf(cast.Expression)):
                return Size(cast.Expression, follow);
            case BinaryExpressionSyntax binary when KnownSymbols.IsWhole(TypeOf(binary)) && IsArithmetic(binary):
                return SizeBinary(binary, follow);
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } binary:
                return Joined(binary, Size(binary.Left, follow), Size(binary.Right, follow));
            case ConditionalExpressionSyntax conditional:
                return Conditional(conditional, part => Size(part, follow));
            case SwitchExpressionSyntax choice:
                return SwitchExpression(choice, part => Size(part, follow));
            case TupleExpressionSyntax tuple:
                return $"({string.Join(", ", tuple.Arguments.Select(a => ArgumentName(a) + Size(a.Expression, follow)))})";
            case ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax or CollectionExpressionSyntax
                or InitializerExpressionSyntax:
                return List(expression, part => Size(part, follow), asSizes: true);
            case BaseObjectCreationExpressionSyntax creation:
                return New(creation, asSizes: true);
            case RangeExpressionSyntax range:
                return Slice(range, follow);
            case IdentifierNameSyntax or MemberAccessExpressionSyntax when follow && Member(expression) is { } member:
                return member;
        }

        // A list of plain numbers is made into sizes that never change.
        return TypeOf(expression) is IArrayTypeSymbol { ElementType: var element } && KnownSymbols.IsWhole(element)
            && !sizes.IsSize(expression)
            ? $"global::Espalier.Symbolic.Dims.Of({Expression(expression)})"
            : Expression(expression);
    }

    /// <summary>Whether the translation as a size has the type of sizes by itself, and not only by conversion.</summary>
    private bool IsCertainlySize(ExpressionSyntax? expression) => expression switch
    {
        null => false,
        _ when sizes.IsSize(expression) => true,
        ParenthesizedExpressionSyntax inner => IsCertainlySize(inner.Expression),
        CastExpressionSyntax cast => KnownSymbols.IsWhole(TypeOf(cast)) && IsCertainlySize(cast.Expression),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } negative => IsCertainlySize(negative.Operand),
        BinaryExpressionSyntax binary => IsArithmetic(binary) && (IsCertainlySize(binary.Left) || IsCertainlySize(binary.Right)),
        IdentifierNameSyntax or MemberAccessExpressionSyntax => SymbolOf(expression) switch
        {
            IParameterSymbol parameter => context.IsCaptured(parameter) && KnownSymbols.IsWhole(parameter.Type),
            { } symbol => context.IsSizeMember(symbol)
                && (expression is IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax }),
            _ => false,
        },
        ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax or BaseObjectCreationExpressionSyntax => true,
        _ => false,
    };

    private static bool IsArithmetic(BinaryExpressionSyntax binary) =>
        binary.Kind() is SyntaxKind.AddExpression or SyntaxKind.SubtractExpression
        or SyntaxKind.MultiplyExpression or SyntaxKind.DivideExpression or SyntaxKind.ModuloExpression;

    private string SizeBinary(BinaryExpressionSyntax binary, bool follow) =>
        Joined(binary, Size(binary.Left, follow), Size(binary.Right, follow));

    /// <summary>a..b between a tensor's brackets, with bounds that follow widths.</summary>
    private string Slice(RangeExpressionSyntax range, bool follow)
    {
        if (!sizes.IsSize(range.LeftOperand) && !sizes.IsSize(range.RightOperand) && !Follows(range.LeftOperand)
            && !Follows(range.RightOperand))
        {
            return Expression(range);
        }

        var start = range.LeftOperand is null ? "null" : SliceBound(range.LeftOperand, follow);
        var stop = range.RightOperand is null ? "" : ", " + SliceBound(range.RightOperand, follow);
        return $"global::Espalier.Symbolic.SymbolicIndex.Slice({start}{stop})";
    }

    private bool Follows(ExpressionSyntax? bound) => bound?.DescendantNodesAndSelf().OfType<ExpressionSyntax>().Any(part =>
        part is IdentifierNameSyntax or MemberAccessExpressionSyntax && SymbolOf(part) is { } symbol && context.IsSizeMember(symbol)) == true;

    private string SliceBound(ExpressionSyntax bound, bool follow) =>
        bound is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.IndexExpression, Operand: var operand }
        ? "-" + Parenthesized(operand, Size(operand, follow))
        : Size(bound, follow);

    private static string Parenthesized(ExpressionSyntax expression, string text) =>
        expression is BinaryExpressionSyntax ? $"({text})" : text;

    private string Bound(ExpressionSyntax? bound) => bound switch
    {
        null => "",
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.IndexExpression } index => Expression(index),
        _ => Number(bound),
    };

    /// <summary>A member of the module (or a computed property) as a size, or null if the expression is none.</summary>
    private string? Member(ExpressionSyntax expression)
    {
        var symbol = SymbolOf(expression);
        var owner = (expression as MemberAccessExpressionSyntax)?.Expression;
        return symbol switch
        {
            IParameterSymbol parameter when KnownSymbols.IsWhole(parameter.Type) && context.IsCaptured(parameter)
                && !parameter.Type.IsNullable() =>
                $"{context.Helpers.For(parameter, HelperKind.Size).Name}({Tracer})",
            not null when context.IsSizeMember(symbol) && !symbol.MemberType().IsNullable() => OwnedSize(expression, symbol, owner),
            _ => null,
        };
    }

    private string? OwnedSize(ExpressionSyntax expression, ISymbol symbol, ExpressionSyntax? owner)
    {
        if (owner is null or ThisExpressionSyntax)
        {
            if (symbol is IPropertySymbol property && context.RunningGetter(property) is { } getter)
            {
                return $"{context.Helpers.For(getter, HelperKind.Property).Name}({Tracer})";
            }

            return $"{context.Helpers.For(symbol, HelperKind.Size).Name}({Tracer})";
        }

        // The module that holds it, directly or through an object that is no module.
        var path = symbol.Name;
        var module = owner;
        while (!Known.IsModule(TypeOf(module)))
        {
            if (module is MemberAccessExpressionSyntax { Expression: var next, Name.Identifier.ValueText: var name }
                && SymbolOf(module) is IFieldSymbol or IPropertySymbol)
            {
                path = name + "." + path;
                module = next;
            }
            else if (module is IdentifierNameSyntax { Identifier.ValueText: var field }
                && SymbolOf(module) is IFieldSymbol { IsStatic: false } or IPropertySymbol { IsStatic: false })
            {
                path = field + "." + path;
                module = null;
                break;
            }
            else
            {
                return null;
            }
        }

        var holder = module is null ? "this" : Expression(module);
        var access = $"{Expression(owner)}.{Identifiers.Escape(symbol.Name)}";
        return SizeMembers.Field(context, Tracer, holder, path, access, symbol, expression.GetLocation(), out var failed) is { } text
            && !failed ? text : null;
    }

    /// <summary>An expression where the trace takes a plain number.</summary>
    private string Number(ExpressionSyntax expression, ITypeSymbol? target = null)
    {
        if (!sizes.IsSize(expression))
        {
            return Value(expression);
        }

        var type = KnownSymbols.Underlying(TypeOf(expression));
        return type switch
        {
            { SpecialType: SpecialType.System_Int32 } when target is null || KnownSymbols.IsWhole(target) || target is ITypeParameterSymbol =>
                "(int)" + Operand(expression),
            { SpecialType: SpecialType.System_Int64 } when target is ITypeParameterSymbol => "(long)" + Operand(expression),
            IArrayTypeSymbol { ElementType: var element } when target is IArrayTypeSymbol =>
                $"global::System.Array.ConvertAll({Size(expression, follow: false)}, size => ({context.Printer.Real(element)})size)",
            _ => Value(expression),
        };
    }

    /// <summary>A size as the operand of a cast.</summary>
    private string Operand(ExpressionSyntax expression)
    {
        var text = Size(expression, follow: false);
        return text.All(letter => char.IsLetterOrDigit(letter) || letter is '_' or '@') ? text : $"({text})";
    }

    /// <summary>A number with its own type, for where a size would not do.</summary>
    private string Exact(ExpressionSyntax expression) =>
        sizes.IsSize(expression) && KnownSymbols.IsWhole(TypeOf(expression))
            ? $"({context.Printer.Real(KnownSymbols.Underlying(TypeOf(expression))!)}){Operand(expression)}"
            : Expression(expression);
}
