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
        AliasQualifiedNameSyntax or QualifiedNameSyntax or PredefinedTypeSyntax or NullableTypeSyntax or ArrayTypeSyntax => TypeName(expression),
        MemberAccessExpressionSyntax access => Member(access),
        InvocationExpressionSyntax call => Call(call),
        ElementAccessExpressionSyntax element => Element(element),
        AssignmentExpressionSyntax assignment => Assignment(assignment),
        BinaryExpressionSyntax binary => Binary(binary),
        PrefixUnaryExpressionSyntax unary => Unary(unary),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed => Suppressed(suppressed.Operand),
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
        return Expression(conditional.Condition) + question + Deeper(translate(conditional.WhenTrue)) + colon + Deeper(translate(conditional.WhenFalse));
    }

    private string Binary(BinaryExpressionSyntax binary)
    {
        if (binary.IsKind(SyntaxKind.IsExpression))
        {
            return $"{Raw(binary.Left)} is {TypeName(binary.Right)}";
        }

        if (binary.IsKind(SyntaxKind.AsExpression))
        {
            return Known.HoldsTensors(TypeOf(binary.Right)) ? Expression(binary.Left) : $"{Expression(binary.Left)} as {TypeName(binary.Right)}";
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

        return Joined(binary, binary.IsKind(SyntaxKind.CoalesceExpression) ? Value(binary.Left) : Expression(binary.Left), Value(binary.Right));
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

    private string Assignment(AssignmentExpressionSyntax assignment)
    {
        // Deconstruction declares or assigns several at once.
        if (assignment.Left is TupleExpressionSyntax or DeclarationExpressionSyntax)
        {
            MarkStored(assignment.Left, assignment.Right);
            var right = Deconstructed(assignment.Left, assignment.Right);
            return $"{Deconstruction(assignment.Left, assignment.Right)} = {right}";
        }

        if (Known.IsTensor(TypeOf(assignment.Left)) && assignment.Left is ElementAccessExpressionSyntax { Expression: var list } element
            && Known.IsTensor(TypeOf(list)))
        {
            return SetElements(assignment, element);
        }

        var sign = assignment.OperatorToken.Text;
        var text = $"{Target(assignment.Left)} {sign} ";
        return text + (BreaksBefore(assignment.Right.GetFirstToken()) ? "\n    " + Deeper(For(assignment.Left, assignment.Right)) : For(assignment.Left, assignment.Right));
    }

    /// <summary>The right side of a deconstruction, each part as its variable wants it.</summary>
    private string Deconstructed(SyntaxNode left, ExpressionSyntax right)
    {
        var parts = left switch
        {
            DeclarationExpressionSyntax { Designation: ParenthesizedVariableDesignationSyntax names } => [.. names.Variables],
            ParenthesizedVariableDesignationSyntax names => [.. names.Variables],
            TupleExpressionSyntax targets => [.. targets.Arguments.Select(a => a.Expression)],
            _ => new List<SyntaxNode>(),
        };
        if (right is TupleExpressionSyntax tuple && parts.Count == tuple.Arguments.Count)
        {
            return $"({string.Join(", ", tuple.Arguments.Zip(parts, (value, part) => Deconstructed(part, value.Expression)))})";
        }

        return left switch
        {
            SingleVariableDesignationSyntax name => sizes.IsSize(model.GetDeclaredSymbol(name)) ? Size(right, follow: true) : Number(right, TypeOf(right)),
            ExpressionSyntax target and not (TupleExpressionSyntax or DeclarationExpressionSyntax { Designation: ParenthesizedVariableDesignationSyntax }) =>
                For(target, right),
            _ => IsStored(right) ? Raw(right) : Value(right),
        };
    }

    /// <summary>The left side of a deconstruction: with var where the right side says all, with types where it does not.</summary>
    private string Deconstruction(ExpressionSyntax left, ExpressionSyntax right)
    {
        if (left is not DeclarationExpressionSyntax { Type.IsVar: true, Designation: ParenthesizedVariableDesignationSyntax names })
        {
            return Target(left);
        }

        var isClear = right is not TupleExpressionSyntax tuple || names.Variables.Count != tuple.Arguments.Count
            || names.Variables.Zip(tuple.Arguments, (name, value) =>
                name is not SingleVariableDesignationSyntax single || !sizes.IsSize(model.GetDeclaredSymbol(single)) || IsCertainlySize(value.Expression)).All(c => c);
        return isClear ? $"var {names}" : Typed(names);
    }

    /// <summary>A value on its way into a variable: as a size if the variable is one.</summary>
    private string For(ExpressionSyntax target, ExpressionSyntax value)
    {
        var isSize = target switch
        {
            DeclarationExpressionSyntax { Designation: SingleVariableDesignationSyntax name } => sizes.IsSize(model.GetDeclaredSymbol(name)),
            ElementAccessExpressionSyntax { Expression: var list } => sizes.IsSize(list),
            _ => sizes.IsSize(SymbolOf(target)),
        };
        return isSize ? Size(value, follow: true) : Number(value, TypeOf(target));
    }

    private void MarkStored(ExpressionSyntax left, ExpressionSyntax right)
    {
        if (!IsStored(right) || right is TupleExpressionSyntax)
        {
            return;
        }

        foreach (var name in left.DescendantNodesAndSelf().OfType<SingleVariableDesignationSyntax>())
        {
            if (model.GetDeclaredSymbol(name) is ILocalSymbol local && Known.HoldsTensors(local.Type))
            {
                stored.Add(local);
            }
        }
    }

    /// <summary>What an assignment writes to: a local, a parameter, or a place in a list. The module itself must stay as it is.</summary>
    private string Target(ExpressionSyntax target)
    {
        switch (target)
        {
            case ParenthesizedExpressionSyntax inner:
                return $"({Target(inner.Expression)})";
            case TupleExpressionSyntax tuple:
                return $"({string.Join(", ", tuple.Arguments.Select(a => Target(a.Expression)))})";
            case DeclarationExpressionSyntax declaration:
                return DeclarationExpression(declaration);
            case IdentifierNameSyntax { Identifier.Text: "_" } when SymbolOf(target) is null or IDiscardSymbol:
                return "_";
            case IdentifierNameSyntax name when SymbolOf(name) is ILocalSymbol or IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: not MethodKind.Constructor } }:
                return name.Identifier.Text;
            case ElementAccessExpressionSyntax element when !IsStored(element.Expression):
                return $"{Expression(element.Expression)}[{Indices(element.ArgumentList)}]";
            case MemberAccessExpressionSyntax { Expression: var receiver } access when SymbolOf(access) is IFieldSymbol { ContainingType.IsTupleType: true }:
                return $"{Target(receiver)}.{access.Name.Identifier.Text}";
            default:
                if (SymbolOf(target) is null)
                {
                    return Broken();
                }

                Report(Rules.State, target, Excerpt(target));
                return "_";
        }
    }

    private string DeclarationExpression(DeclarationExpressionSyntax declaration)
    {
        if (declaration.Designation is not SingleVariableDesignationSyntax name)
        {
            var needsTypes = declaration.Designation.DescendantNodesAndSelf().OfType<SingleVariableDesignationSyntax>()
                .Any(n => model.GetDeclaredSymbol(n) is ILocalSymbol local && sizes.IsSize(local));
            return needsTypes ? Typed(declaration.Designation) : $"var {declaration.Designation}";
        }

        return Typed(name, keepVar: declaration.Type.IsVar);
    }

    private string Typed(VariableDesignationSyntax designation, bool keepVar = false) => designation switch
    {
        ParenthesizedVariableDesignationSyntax several => $"({string.Join(", ", several.Variables.Select(v => Typed(v)))})",
        SingleVariableDesignationSyntax name when model.GetDeclaredSymbol(name) is ILocalSymbol local =>
            (stored.Contains(local) ? "var" : keepVar && !sizes.IsSize(local) ? "var" : TypeText(local.Type, sizes.IsSize(local))) + " " + name.Identifier.Text,
        _ => "_",
    };

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
            return Known.IsTensor(TypeOf(cast.Expression)) ? Expression(cast.Expression) : $"({TypePrinter.SymbolicTensor}){Expression(cast.Expression)}";
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
