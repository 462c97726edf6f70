using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Espalier.Generators.Parsing;

/// <content>Patterns, switches and conditional access.</content>
internal sealed partial class BodyTranslator
{
    private string? bound;

    private string Match(IsPatternExpressionSyntax match)
    {
        var tested = match.Expression;
        var pattern = Pattern(match.Pattern);
        if (!IsStored(tested) || !Known.HoldsTensors(TypeOf(tested)))
        {
            return $"{Tested(tested, match.Pattern)} is {pattern}";
        }

        foreach (var name in match.Pattern.DescendantNodesAndSelf().OfType<SingleVariableDesignationSyntax>())
        {
            if (model.GetDeclaredSymbol(name) is ILocalSymbol local)
            {
                stored.Add(local);
            }
        }

        return $"{Raw(tested)} is {TypedPattern(match.Pattern) ?? pattern}";
    }

    /// <summary>A pattern over something stored, which keeps its real type.</summary>
    private string? TypedPattern(PatternSyntax pattern) => pattern is DeclarationPatternSyntax { Designation: var name, Type: var type }
        && TypeOf(type) is { } symbol
        ? $"{context.Printer.Real(symbol)} {name}"
        : null;

    /// <summary>What a pattern looks at: a size cannot be compared with constants in a pattern, its number can.</summary>
    private string Tested(ExpressionSyntax tested, SyntaxNode pattern)
    {
        if (!sizes.IsSize(tested) || !HasConstants(pattern))
        {
            return Expression(tested);
        }

        return KnownSymbols.IsWhole(TypeOf(tested)) ? Exact(tested)
            : Refuse(tested, "sizes in a list cannot be compared with constants in a pattern");
    }

    private static bool HasConstants(SyntaxNode pattern) => pattern.DescendantNodesAndSelf()
        .Any(n => n is ConstantPatternSyntax or RelationalPatternSyntax);

    private string SwitchExpression(SwitchExpressionSyntax choice, Func<ExpressionSyntax, string> translate)
    {
        var arms = choice.Arms.Select(arm => $"    {Pattern(arm.Pattern)}{When(arm.WhenClause)} => {Deeper(translate(arm.Expression))},\n");
        var tested = sizes.IsSize(choice.GoverningExpression) && choice.Arms.Any(arm => HasConstants(arm.Pattern))
            ? Tested(choice.GoverningExpression, choice)
            : Raw(choice.GoverningExpression);
        return $"{tested} switch\n{{\n{string.Concat(arms)}}}";
    }

    private string When(WhenClauseSyntax? when) => when is null ? "" : $" when {Expression(when.Condition)}";

    private string Pattern(PatternSyntax pattern) => pattern switch
    {
        ConstantPatternSyntax constant => SymbolOf(constant.Expression) is ITypeSymbol type ? TypeText(type, asSizes: false)
            : Expression(constant.Expression),
        RelationalPatternSyntax relational => $"{relational.OperatorToken.Text} {Expression(relational.Expression)}",
        UnaryPatternSyntax unary => $"not {Pattern(unary.Pattern)}",
        BinaryPatternSyntax binary => $"{Pattern(binary.Left)} {binary.OperatorToken.Text} {Pattern(binary.Right)}",
        ParenthesizedPatternSyntax inner => $"({Pattern(inner.Pattern)})",
        DiscardPatternSyntax => "_",
        VarPatternSyntax variable => $"var {variable.Designation}",
        TypePatternSyntax { Type: var type } => TypeName(type),
        DeclarationPatternSyntax declaration => $"{TypeName(declaration.Type)} {declaration.Designation}",
        RecursivePatternSyntax recursive => Recursive(recursive),
        ListPatternSyntax list => $"[{string.Join(", ", list.Patterns.Select(Pattern))}]{Designation(list.Designation)}",
        SlicePatternSyntax slice => slice.Pattern is null ? ".." : $".. {Pattern(slice.Pattern)}",
        _ => Refuse(pattern, "the trace knows no such pattern"),
    };

    private string Recursive(RecursivePatternSyntax pattern)
    {
        var type = pattern.Type is null ? "" : TypeName(pattern.Type) + " ";
        var positional = pattern.PositionalPatternClause is { } places ? $"({string.Join(", ", places.Subpatterns.Select(Subpattern))}) "
            : "";
        var properties = pattern.PropertyPatternClause is { } clause
            ? clause.Subpatterns.Count == 0 ? "{ } " : $"{{ {string.Join(", ", clause.Subpatterns.Select(Subpattern))} }} "
            : "";
        return (type + positional + properties).TrimEnd() + Designation(pattern.Designation);
    }

    private string Subpattern(SubpatternSyntax part)
    {
        if (part.ExpressionColon is { Expression: IdentifierNameSyntax name } && SymbolOf(name) is { } symbol
            && Known.IsTensor(symbol.ContainingType) && Known.HoldsSizes(symbol.MemberType()) && HasConstants(part.Pattern)
            && SizeArguments.HoldsDims(Known, MirrorLookup.Property(Known.SymbolicTensor!, symbol.Name, false)?.Type ?? symbol.MemberType()!))
        {
            return Refuse(part, "sizes cannot be compared with constants in a pattern; use ==");
        }

        return (part.ExpressionColon is { } colon ? colon.Expression + ": " : "") + Pattern(part.Pattern);
    }

    private static string Designation(VariableDesignationSyntax? designation) => designation is null ? "" : " " + designation;

    /// <summary>
    /// a?.b(x): on a tensor it stays; on a sub-module it becomes a condition, because the trace hands the sub-module to the tracer.
    /// </summary>
    private string ConditionalAccess(ConditionalAccessExpressionSyntax access)
    {
        var isModule = access.WhenNotNull.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Any(call =>
            call.Expression is MemberBindingExpressionSyntax && context.Calls.Resolve(call, model).Kind == CallKind.Module);
        if (!isModule)
        {
            return $"{Expression(access.Expression)}?{Expression(access.WhenNotNull)}";
        }

        var outer = bound;
        bound = Raw(access.Expression);
        var text = $"({bound} is null ? null : {Expression(access.WhenNotNull)})";
        bound = outer;
        return text;
    }

    private string Binding(MemberBindingExpressionSyntax binding)
    {
        if (SymbolOf(binding) is not { } symbol)
        {
            return Broken();
        }

        return Known.IsTensor(symbol.ContainingType) ? SymbolicProperty(binding, symbol.Name) ?? "" : "." + binding.Name;
    }

    private string BoundElement(ElementBindingExpressionSyntax binding) =>
        binding.Parent is { } && Known.IsTensor((SymbolOf(binding) as IPropertySymbol)?.ContainingType)
            ? TensorIndices(binding, binding.ArgumentList) is { } indices ? $"[{indices}]" : ""
            : $"[{Indices(binding.ArgumentList)}]";
}
