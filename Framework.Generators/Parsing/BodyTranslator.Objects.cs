using Espalier.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Espalier.Generators.Parsing;

/// <content>New objects, lists, indexing and lambdas.</content>
internal sealed partial class BodyTranslator
{
    private string List(ExpressionSyntax expression, Func<ExpressionSyntax, string> item, bool asSizes)
    {
        switch (expression)
        {
            case CollectionExpressionSyntax collection:
                return $"[{string.Join(", ", collection.Elements.Select(element => element switch
                {
                    SpreadElementSyntax spread => ".. " + Value(spread.Expression),
                    ExpressionElementSyntax single => item(single.Expression),
                    _ => Refuse(element, "the trace knows no such element"),
                }))}]";
            case ImplicitArrayCreationExpressionSyntax { Initializer.Expressions: var elements }:
                return $"new{(asSizes ? " " + TypePrinter.Dim : "")}[] {{ {string.Join(", ", elements.Select(item))} }}";
            case ArrayCreationExpressionSyntax array when TypeOf(array) is IArrayTypeSymbol { ElementType: var element }:
                var ranks = array.Type.RankSpecifiers[0];
                var type = TypeText(element, asSizes);
                var counts = string.Join(", ", ranks.Sizes.Select(size => size is OmittedArraySizeExpressionSyntax ? "" : Number(size)));
                return array.Initializer is { } initializer
                    ? $"new {type}[{counts}] {{ {string.Join(", ", initializer.Expressions.Select(item))} }}"
                    : $"new {type}[{counts}]";
            case InitializerExpressionSyntax inner:
                return $"{{ {string.Join(", ", inner.Expressions.Select(item))} }}";
            default:
                return Broken();
        }
    }

    private string New(BaseObjectCreationExpressionSyntax creation, bool asSizes = false)
    {
        if (TypeOf(creation) is not INamedTypeSymbol type || type is IErrorTypeSymbol)
        {
            return Broken();
        }

        if (Known.IsModule(type))
        {
            return Refuse(creation, "a module made inside forward is new on every call; make it in the constructor");
        }

        var arguments = creation.ArgumentList?.Arguments ?? [];
        var parts = arguments.Select(a => a.Expression).Concat(creation.Initializer?.Expressions ?? []);
        if (!CallResolver.IsBaseClassLibrary(type) && (Known.IsTensor(type) || parts.Any(part => Known.HoldsTensors(TypeOf(part)))))
        {
            return Refuse(creation, $"'{type.Name}' holds tensors, and the trace has no such type; use a tuple");
        }

        var isSize = asSizes || sizes.IsSize(creation);
        var list = string.Join(", ", arguments.Select(a =>
            ArgumentName(a) + Number(a.Expression, model.GetTypeInfo(a.Expression).ConvertedType)));
        var items = creation.Initializer is { } initializer ? " " + Initializer(initializer, isSize) : "";
        var hasList = creation.ArgumentList is not null || items.Length == 0;
        return $"new {TypeText(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated), isSize)}{(hasList ? $"({list})" : "")}{items}";
    }

    private string Initializer(InitializerExpressionSyntax initializer, bool asSizes) =>
        $"{{ {string.Join(", ", initializer.Expressions.Select(item => item switch
        {
            AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax index, Right: var value } =>
                $"[{string.Join(", ", index.ArgumentList.Arguments.Select(a => Number(a.Expression)))}] = {Value(value)}",
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax name, Right: var value } =>
                $"{name.Identifier.Text} = {Number(value, TypeOf(value))}",
            InitializerExpressionSyntax nested => Initializer(nested, asSizes),
            _ => asSizes ? Size(item, follow: true) : Value(item),
        }))} }}";

    private string Element(ElementAccessExpressionSyntax element)
    {
        var receiver = element.Expression;
        if (!Known.IsTensor(TypeOf(receiver)))
        {
            var text = $"{Raw(receiver)}[{Indices(element.ArgumentList)}]";
            return Known.IsTensor(TypeOf(element)) && IsStored(receiver) ? Stored(element, text) : text;
        }

        return TensorIndices(element, element.ArgumentList) is { } indices ? $"{Expression(receiver)}[{indices}]" : "default!";
    }

    private string? TensorIndices(ExpressionSyntax element, BracketedArgumentListSyntax list)
    {
        var parameters = (SymbolOf(element) as IPropertySymbol)?.Parameters ?? [];
        var arguments = CallResolver.Arguments(list, parameters, model);
        if (arguments.Any(a => a.Type is IErrorTypeSymbol))
        {
            Broken();
            return null;
        }

        if (context.Mirrors.Indexer(arguments) is not { } mirror)
        {
            Report(Rules.NoSymbolicForm, element, $"Tensor[{string.Join(", ", arguments.Select(a => Excerpt(a.Expression)))}]", "");
            return null;
        }

        return string.Join(", ", MirrorArguments(arguments, mirror));
    }

    private string SetElements(AssignmentExpressionSyntax assignment, ElementAccessExpressionSyntax element)
    {
        var indexer = MirrorLookup.Property(Known.SymbolicTensor!, "this[]", isStatic: false);
        if (indexer?.SetMethod is null || !assignment.IsKind(SyntaxKind.SimpleAssignmentExpression))
        {
            Report(Rules.NoSymbolicForm, assignment, $"{Excerpt(element)} = ...", "; write the result as a new tensor, with cat or where");
            return "_ = 0";
        }

        return TensorIndices(element, element.ArgumentList) is { } indices
            ? $"{Expression(element.Expression)}[{indices}] = {Value(assignment.Right)}"
            : "_ = 0";
    }

    private string Indices(BracketedArgumentListSyntax list) =>
        string.Join(", ", list.Arguments.Select(a => Number(a.Expression, model.GetTypeInfo(a.Expression).ConvertedType)));

    private string Lambda(AnonymousFunctionExpressionSyntax function)
    {
        if (function.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword) || model.GetSymbolInfo(function).Symbol is not IMethodSymbol symbol)
        {
            return Refuse(function, "the trace knows no asynchronous functions");
        }

        var parameters = function switch
        {
            SimpleLambdaExpressionSyntax simple => simple.Parameter.Identifier.Text,
            ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: var several } when several.All(p => p.Type is null) =>
                $"({string.Join(", ", several.Select(p => p.Identifier.Text))})",
            _ => $"({string.Join(", ", symbol.Parameters.Select(p => Parameter(p, isSize: false, withDefault: false)))})",
        };
        if (function.ExpressionBody is { } body)
        {
            return $"{parameters} => {Value(body)}";
        }

        var outer = lines;
        lines = new LineWriter();
        lines.Block(() => Statements(function.Block!.Statements));
        var text = lines.ToString();
        lines = outer;
        return $"{parameters} =>\n{text}";
    }

    /// <summary>A parameter's declaration in a trace.</summary>
    private string Parameter(IParameterSymbol parameter, bool isSize, bool withDefault) =>
        Signatures.Parameter(context, parameter, isSize, withDefault);

    private string DefaultValue(IParameterSymbol parameter) => Signatures.DefaultValue(context, parameter);
}
