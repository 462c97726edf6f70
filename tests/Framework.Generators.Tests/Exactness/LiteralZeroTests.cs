using System.Globalization;
using Espalier.Framework.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Espalier.Framework.Generators.Tests.Exactness;

/// <summary>
/// A constant 0 is also a value of every enum. Wherever TorchSharp takes an enum, and wherever another overload takes a number there, the trace must
/// take the 0 for what the model takes it for.
/// </summary>
public class LiteralZeroTests
{
    private static readonly (string Type, string Receiver)[] Containers =
    [
        ("TorchSharp.torch+Tensor", "x"), ("TorchSharp.torch", "torch"), ("TorchSharp.torch+nn+functional", "F"),
        ("TorchSharp.torch+special", "torch.special"), ("TorchSharp.torch+linalg", "torch.linalg"),
    ];

    [Fact]
    public void Zero_for_every_enum_or_number_is_the_same_in_the_trace()
    {
        var calls = Compiling([.. Calls().Distinct().Order(StringComparer.Ordinal)]);
        var compilation = ModelCode.Compile(Source(calls));
        GeneratorRun.CreateDriver().RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
        Assert.DoesNotContain(output.GetDiagnostics(), d => d.Severity == DiagnosticSeverity.Error);
        var (model, trace) = (Enums(output, output.SyntaxTrees.First(), "Call"), Enums(output, output.SyntaxTrees.Last(), "TraceCall"));
        var traced = trace.Keys.Where(model.ContainsKey).ToList();
        Assert.True(traced.Count > 60, $"Only {traced.Count} of {calls.Count} calls are traced.");
        Assert.All(traced, number => Assert.True(model[number] == trace[number], $"{calls[number]} takes {model[number]} enums, its trace {trace[number]}."));
        Assert.Contains(traced, number => calls[number] == "torch.prod(x, 0)" && model[number] == 1);
        Assert.Contains(traced, number => calls[number] == "torch.zeros(1, 0)" && model[number] == 0);
    }

    [Theory]
    [InlineData("x.abs().sum(0).to(float32)")]
    [InlineData("x.abs().prod(0).to(float32)")]
    [InlineData("torch.sum(x.abs(), 0).to(float32)")]
    [InlineData("torch.prod(x.abs(), 0).to(float32)")]
    [InlineData("x.sum(0L)")]
    [InlineData("x.prod(0L)")]
    [InlineData("x.sum(First)")]
    [InlineData("x.sum(dim: 0)")]
    [InlineData("x.cumsum(1, 0).to(float32)")]
    public void Reduction_with_zero_is_that_of_the_model(string result)
    {
        var source = ModelCode.Net($"private const long First = 0; public override Tensor forward(Tensor x) => {result};");
        Assert.Equal(0, CompiledModel.Difference(source, 3, 4));
    }

    /// <summary>The calls that compile; C# finds some of them ambiguous.</summary>
    private static List<string> Compiling(List<string> calls)
    {
        var compilation = ModelCode.Compile(Source(calls));
        var bad = compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error)
            .Select(d => compilation.SyntaxTrees[0].GetRoot().FindNode(d.Location.SourceSpan).FirstAncestorOrSelf<MethodDeclarationSyntax>()?.Identifier.Text)
            .ToHashSet();
        return [.. calls.Where((_, i) => !bad.Contains(Name("Call", i)))];
    }

    private static string Source(List<string> calls) => ModelCode.Net(
        $"public override Tensor forward(Tensor x) {{ {string.Concat(calls.Select((_, i) => $"x = {Name("Call", i)}(x); "))} return x; }}\n"
        + string.Join("\n", calls.Select((call, i) => $"private static Tensor {Name("Call", i)}(Tensor x) {{ _ = {call}; return x; }}")));

    /// <summary>How many arguments of each numbered method's call are enums.</summary>
    private static Dictionary<int, int> Enums(Compilation compilation, SyntaxTree tree, string prefix)
    {
        var model = compilation.GetSemanticModel(tree);
        return tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
            .Where(method => method.Identifier.Text.StartsWith(prefix, StringComparison.Ordinal))
            .Select(method => (Method: method, Call: method.DescendantNodes().OfType<AssignmentExpressionSyntax>().FirstOrDefault()?.Right))
            .Where(pair => pair.Call is InvocationExpressionSyntax)
            .ToDictionary(
                pair => int.Parse(pair.Method.Identifier.Text[prefix.Length..], CultureInfo.InvariantCulture),
                pair => ((InvocationExpressionSyntax)pair.Call!).ArgumentList.Arguments.Count(a => IsEnum(model.GetTypeInfo(a.Expression).ConvertedType)));
    }

    private static IEnumerable<string> Calls()
    {
        var compilation = ModelCode.Compile(ModelCode.Usings);
        foreach (var (container, receiver) in Containers)
        {
            var methods = compilation.GetTypeByMetadataName(container)!.GetMembers().OfType<IMethodSymbol>().Where(m =>
                m is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public, IsGenericMethod: false, ReturnsVoid: false } && m.IsStatic == (receiver != "x"));
            foreach (var group in methods.GroupBy(m => m.Name))
            {
                foreach (var (method, place) in group.SelectMany(m => m.Parameters.Select((_, i) => (m, i))))
                {
                    var type = method.Parameters[place].Type;
                    if ((IsEnum(type) || IsNumber(type)) && group.Any(m => m.Parameters.Length > place && IsEnum(m.Parameters[place].Type)))
                    {
                        var arguments = method.Parameters.Where((p, i) => i <= place || !(p.IsOptional || p.IsParams))
                            .Select((p, i) => i == place ? "0" : Value(p.Type));
                        yield return $"{receiver}.{method.Name}({string.Join(", ", arguments)})";
                    }
                }
            }
        }
    }

    private static string Value(ITypeSymbol type) => Underlying(type) switch
    {
        { Name: "Tensor" } => "x",
        { Name: "Scalar" } => "2",
        { SpecialType: SpecialType.System_Double } => "0.5",
        { SpecialType: SpecialType.System_Boolean } => "false",
        var number when IsNumber(number) => "1",
        IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Int64 } => "new[] { 1L }",
        { TypeKind: TypeKind.Enum } choice => $"default({choice.ToDisplayString()})",
        var other => $"default({other.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString()})!",
    };

    private static bool IsEnum(ITypeSymbol? type) => type is not null && Underlying(type).TypeKind == TypeKind.Enum;

    private static bool IsNumber(ITypeSymbol type) => Underlying(type).SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64;

    private static ITypeSymbol Underlying(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    private static string Name(string prefix, int number) => prefix + number.ToString(CultureInfo.InvariantCulture);
}
