using Espalier.Generators.Diagnostics;
using Espalier.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Espalier.Generators.Parsing;

/// <summary>What the translations of one class's methods share.</summary>
internal sealed class ClassContext
{
    private readonly Dictionary<SyntaxTree, SemanticModel> models = [];
    private readonly Dictionary<IMethodSymbol, SizeAnalysis?> analyses = new(SymbolEqualityComparer.Default);
    private readonly List<Problem> problems = [];

    public ClassContext(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation)
    {
        Type = type;
        Compilation = compilation;
        Cancellation = cancellation;
        Known = KnownSymbols.For(compilation);
        Printer = new TypePrinter(Known, TypeArguments(type));
        Mirrors = new MirrorLookup(Known);
        Calls = new CallResolver(Known, Mirrors);
        Helpers = new HelperTable(this);
    }

    public INamedTypeSymbol Type { get; }

    public Compilation Compilation { get; }

    public CancellationToken Cancellation { get; }

    public KnownSymbols Known { get; }

    public TypePrinter Printer { get; }

    public MirrorLookup Mirrors { get; }

    public CallResolver Calls { get; }

    public HelperTable Helpers { get; }

    public IReadOnlyList<Problem> Problems => problems;

    /// <summary>The files whose code was translated, and those in which something was reported.</summary>
    public IEnumerable<SyntaxTree> Files => models.Keys.Concat(problems.Select(p => p.Place.SourceTree).OfType<SyntaxTree>()).Distinct();

    /// <summary>The files that declare the class, what it is nested in and what it derives from.</summary>
    public IEnumerable<SyntaxTree> Homes => Bases(Type).SelectMany(Around).Concat(Type.AllInterfaces)
        .SelectMany(type => type.DeclaringSyntaxReferences).Select(reference => reference.SyntaxTree).Distinct();

    /// <summary>The names that were looked for because a text gives them.</summary>
    public HashSet<string> Sought { get; } = [];

    public SemanticModel Model(SyntaxTree tree)
    {
        if (!models.TryGetValue(tree, out var model))
        {
            model = Compilation.GetSemanticModel(tree);
            models.Add(tree, model);
        }

        return model;
    }

    public void Report(DiagnosticDescriptor rule, Location place, params string[] arguments)
    {
        var problem = new Problem(rule, place, arguments.ToEquatable());
        if (!problems.Contains(problem))
        {
            problems.Add(problem);
        }
    }

    /// <summary>Which numbers of a method are sizes; null if its source is not there, or while that is being found out.</summary>
    public SizeAnalysis? Analysis(IMethodSymbol method)
    {
        method = method.OriginalDefinition;
        if (!analyses.TryGetValue(method, out var analysis))
        {
            analyses.Add(method, null);
            if (Body(method) is { } body)
            {
                analysis = new SizeAnalysis(this, body, Model(body.SyntaxTree), method, IsOpen(method));
                analyses[method] = analysis;
            }
        }

        return analysis;
    }

    /// <summary>Whether a parameter of a translated method is a size in its trace.</summary>
    public bool IsSizeParameter(IMethodSymbol method, IParameterSymbol parameter)
    {
        method = method.OriginalDefinition;
        return Known.HoldsSizes(parameter.Type) && !Known.HoldsTensors(parameter.Type)
            && (IsOpen(method) || Analysis(method) is not { } analysis || analysis.IsSize(parameter.OriginalDefinition));
    }

    /// <summary>Whether a member is an integer of a module's author that surgery may rewrite.</summary>
    public bool IsSizeMember(ISymbol member) => member switch
    {
        IFieldSymbol { IsConst: false, IsStatic: false } field => KnownSymbols.IsWhole(field.Type) && IsOwn(field),
        IPropertySymbol { IsStatic: false, IsIndexer: false } property => KnownSymbols.IsWhole(property.Type) && IsOwn(property),
        _ => false,
    };

    /// <summary>Whether it is a primary constructor's parameter, which the class's methods may use like a field.</summary>
    public bool IsCaptured(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor
        && SymbolEqualityComparer.Default.Equals(constructor.ContainingType.OriginalDefinition, Type.OriginalDefinition);

    /// <summary>
    /// The code that computes a property of the class; null if it is stored, or if a derived class may compute it otherwise.
    /// </summary>
    public IMethodSymbol? RunningGetter(IPropertySymbol property)
    {
        if (!property.IsVirtual && !property.IsAbstract && !property.IsOverride)
        {
            return property.GetMethod is { } getter && Body(getter) is not null ? getter : null;
        }

        if (!Type.IsSealed)
        {
            return null;
        }

        for (var type = Type; type is not null; type = type.BaseType)
        {
            if (type.GetMembers(property.Name).OfType<IPropertySymbol>().FirstOrDefault() is { GetMethod: { } overriding })
            {
                return Body(overriding) is null ? null : overriding;
            }
        }

        return null;
    }

    /// <summary>The part of a method's source that runs.</summary>
    public static SyntaxNode? Body(IMethodSymbol method)
    {
        foreach (var reference in method.DeclaringSyntaxReferences)
        {
            switch (reference.GetSyntax())
            {
                case BaseMethodDeclarationSyntax { Body: { } block }:
                    return block;
                case BaseMethodDeclarationSyntax { ExpressionBody: { } expression }:
                    return expression;
                case AccessorDeclarationSyntax { Body: { } block }:
                    return block;
                case AccessorDeclarationSyntax { ExpressionBody: { } expression }:
                    return expression;
                case ArrowExpressionClauseSyntax expression:
                    return expression;
            }
        }

        return null;
    }

    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            yield return current;
        }
    }

    private static IEnumerable<INamedTypeSymbol> Around(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            yield return current;
        }
    }

    private static Dictionary<ITypeParameterSymbol, ITypeSymbol> TypeArguments(INamedTypeSymbol type)
    {
        var arguments = new Dictionary<ITypeParameterSymbol, ITypeSymbol>(SymbolEqualityComparer.Default);
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            for (var i = 0; i < current.TypeArguments.Length && current.Locations.Any(l => l.IsInSource); i++)
            {
                arguments[current.TypeParameters[i]] = current.TypeArguments[i];
            }
        }

        return arguments;
    }

    /// <summary>Whether callers cannot see the body that will run, so that its signature must not depend on it.</summary>
    private static bool IsOpen(IMethodSymbol method) => method.IsVirtual || method.IsAbstract || method.IsOverride;

    private bool IsOwn(ISymbol member) => !Known.IsTorchSharp(member)
        && (member.Locations.Any(l => l.IsInSource) || Known.IsModule(member.ContainingType));
}
