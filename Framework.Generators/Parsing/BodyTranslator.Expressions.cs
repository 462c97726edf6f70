using Espalier.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Espalier.Generators.Parsing;

/// <content>Expressions by their form.</content>
internal sealed partial class BodyTranslator
{
    /// <summary>An expression as it stands in the trace: a tensor is symbolic, a number that comes from a shape is a size.</summary>
    private string Expression(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax inner => $"({Expression(inner.Expression)})",
        LiteralExpressionSyntax literal => Literal(literal),
        SimpleNameSyntax name => Name(name),
        AliasQualifiedNameSyntax or QualifiedNameSyntax or PredefinedTypeSyntax or NullableTypeSyntax or ArrayTypeSyntax =>
            TypeName(expression),
        MemberAccessExpressionSyntax access => Member(access),
        InvocationExpressionSyntax call => Call(call),
        ElementAccessExpressionSyntax element => Element(element),
        AssignmentExpressionSyntax assignment => Assignment(assignment),
        BinaryExpressionSyntax binary => Binary(binary),
        PrefixUnaryExpressionSyntax unary => Unary(unary),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed =>
            Suppressed(suppressed.Operand),
        PostfixUnaryExpressionSyntax unary => Target(unary.Operand) + unary.OperatorToken.Text,
        ConditionalExpressionSyntax conditional => Conditional(conditional, Value),
        ConditionalAccessExpressionSyntax access => ConditionalAccess(access),
        MemberBindingExpressionSyntax binding => Binding(binding),
        ElementBindingExpressionSyntax binding => BoundElement(binding),
        CastExpressionSyntax cast => Cast(cast),
        TupleExpressionSyntax tuple => $"({string.Join(", ", tuple.Arguments.Select(a => ArgumentName(a) + Value(a.Expression)))})",
        BaseObjectCreationExpressionSyntax creation => New(creation),
        ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax or CollectionExpressionSyntax or InitializerExpressionSyntax =>
            List(expression, Value, asSizes: sizes.IsSize(expression)),
        InterpolatedStringExpressionSyntax text => Interpolated(text),
        IsPatternExpressionSyntax match => Match(match),
        SwitchExpressionSyntax choice => SwitchExpression(choice, Value),
        DefaultExpressionSyntax { Type: var type } => $"default({TypeName(type)})",
        TypeOfExpressionSyntax { Type: var type } => $"typeof({context.Printer.Real(TypeOf(type)!)})",
        ThrowExpressionSyntax problem => $"throw {Expression(problem.Expression)}",
        AnonymousFunctionExpressionSyntax function => Lambda(function),
        ThisExpressionSyntax => "this",
        BaseExpressionSyntax => "base",
        DeclarationExpressionSyntax declaration => DeclarationExpression(declaration),
        RangeExpressionSyntax range => $"{Bound(range.LeftOperand)}..{Bound(range.RightOperand)}",
        CheckedExpressionSyntax inner => $"({Expression(inner.Expression)})",
        _ => Refuse(expression, "the trace knows no such expression"),
    };

    /// <summary>x!, which for a stored tensor says that it is there.</summary>
    private string Suppressed(ExpressionSyntax operand) =>
        operand is IdentifierNameSyntax or MemberAccessExpressionSyntax && Known.IsTensor(TypeOf(operand)) && IsStored(operand)
            ? $"{Tracer}.Tensor({Raw(operand)}!)"
            : Expression(operand) + "!";

    private static string Literal(LiteralExpressionSyntax literal) =>
        literal.IsKind(SyntaxKind.StringLiteralExpression) && literal.Token.Text.Contains('\n')
            ? SymbolDisplay.FormatLiteral(literal.Token.ValueText, quote: true)
            : literal.Token.Text;

    private static string ArgumentName(ArgumentSyntax argument) => argument.NameColon is { } name ? name.Name.Identifier.Text + ": " : "";

    private string Conditional(ConditionalExpressionSyntax conditional, Func<ExpressionSyntax, string> translate)
    {
        var question = BreaksBefore(conditional.QuestionToken) ? "\n    ? " : " ? ";
        var colon = BreaksBefore(conditional.ColonToken) ? "\n    : " : " : ";
        var (then, otherwise) = (Deeper(translate(conditional.WhenTrue)), Deeper(translate(conditional.WhenFalse)));
        return Expression(conditional.Condition) + question + then + colon + otherwise;
    }

    private string Binary(BinaryExpressionSyntax binary)
    {
        if (binary.IsKind(SyntaxKind.IsExpression))
        {
            return $"{Raw(binary.Left)} is {TypeName(binary.Right)}";
        }

        if (binary.IsKind(SyntaxKind.AsExpression))
        {
            return Known.HoldsTensors(TypeOf(binary.Right)) ? Expression(binary.Left)
                : $"{Expression(binary.Left)} as {TypeName(binary.Right)}";
        }

        if (binary.Kind() is SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression && IsNull(binary.Right))
        {
            return $"{Raw(binary.Left)} {binary.OperatorToken.Text} null";
        }

        if (sizes.IsSize(binary))
        {
            return SizeBinary(binary, follow: true);
        }

        var symbol = SymbolOf(binary) as IMethodSymbol;
        if (symbol is { MethodKind: MethodKind.UserDefinedOperator } && Known.IsTensor(symbol.ContainingType)
            && !context.Mirrors.HasOperator(symbol.Name, TypeOf(binary.Left), TypeOf(binary.Right)))
        {
            Report(Rules.NoSymbolicForm, binary, $"{binary.OperatorToken.Text}", $" for '{Excerpt(binary)}'");
            return "default!";
        }

        var left = binary.IsKind(SyntaxKind.CoalesceExpression) ? Value(binary.Left) : Expression(binary.Left);
        return Joined(binary, left, Value(binary.Right));
    }

    private static string Joined(BinaryExpressionSyntax binary, string left, string right)
    {
        var sign = binary.OperatorToken.Text;
        return BreaksBefore(binary.OperatorToken) ? $"{left}\n    {sign} {Deeper(right)}"
            : BreaksBefore(binary.Right.GetFirstToken()) ? $"{left} {sign}\n    {Deeper(right)}"
            : $"{left} {sign} {right}";
    }

    private static bool IsNull(ExpressionSyntax expression) => expression.IsKind(SyntaxKind.NullLiteralExpression);

    private string Unary(PrefixUnaryExpressionSyntax unary)
    {
        if (unary.OperatorToken.Kind() is SyntaxKind.PlusPlusToken or SyntaxKind.MinusMinusToken)
        {
            return unary.OperatorToken.Text + Target(unary.Operand);
        }

        if (unary.IsKind(SyntaxKind.IndexExpression))
        {
            return "^" + Number(unary.Operand);
        }

        if (unary.IsKind(SyntaxKind.PointerIndirectionExpression) || unary.IsKind(SyntaxKind.AddressOfExpression))
        {
            return Refuse(unary, "the trace knows no pointers");
        }

        if (SymbolOf(unary) is IMethodSymbol { MethodKind: MethodKind.UserDefinedOperator } symbol && Known.IsTensor(symbol.ContainingType)
            && !context.Mirrors.HasOperator(symbol.Name, TypeOf(unary.Operand)))
        {
            Report(Rules.NoSymbolicForm, unary, unary.OperatorToken.Text, $" for '{Excerpt(unary)}'");
            return "default!";
        }

        return unary.OperatorToken.Text + Expression(unary.Operand);
    }

    private string Cast(CastExpressionSyntax cast)
    {
        var type = TypeOf(cast);
        if (sizes.IsSize(cast))
        {
            return Size(cast, follow: true);
        }

        if (Known.IsTensor(TypeOf(cast.Expression)) && !Known.HoldsTensors(type) && !KnownSymbols.IsSame(type, Known.TensorIndex))
        {
            Report(Rules.DependsOnValues, cast, Excerpt(cast));
            return "default";
        }

        if (Known.IsTensor(type))
        {
            return Known.IsTensor(TypeOf(cast.Expression)) ? Expression(cast.Expression)
                : $"({TypePrinter.SymbolicTensor}){Expression(cast.Expression)}";
        }

        if (type is null or IErrorTypeSymbol)
        {
            return Broken();
        }

        // A size has a conversion to int of its own; to any other number it goes by way of long.
        var inner = sizes.IsSize(cast.Expression) && type.SpecialType is not SpecialType.System_Int32 ? "(long)" : "";
        return $"({TypeText(type, asSizes: false)}){inner}{Expression(cast.Expression)}";
    }

    private string TypeName(ExpressionSyntax type)
    {
        if ((SymbolOf(type) as ITypeSymbol ?? TypeOf(type)) is not { } symbol || symbol is IErrorTypeSymbol)
        {
            return Broken();
        }

        if (symbol is INamedTypeSymbol && !context.Compilation.IsSymbolAccessibleWithin(symbol, context.Type))
        {
            Report(Rules.NoSource, type, symbol.Name, $"it cannot be reached from '{context.Type.Name}'");
            return "default!";
        }

        return TypeText(symbol, asSizes: false);
    }

    private string Interpolated(InterpolatedStringExpressionSyntax text) =>
        text.StringStartToken.Text + string.Concat(text.Contents.Select(part => part switch
        {
            InterpolationSyntax hole => $"{{{Hole(hole.Expression)}{hole.AlignmentClause}{hole.FormatClause}}}",
            _ => part.ToString(),
        })) + text.StringEndToken.Text;

    private string Hole(ExpressionSyntax expression)
    {
        var text = Expression(expression);
        return text.Contains("::") || text.Contains(" ? ") ? $"({text})" : text;
    }
}
