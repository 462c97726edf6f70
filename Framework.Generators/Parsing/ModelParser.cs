using Espalier.Generators.Caching;
using Espalier.Generators.Diagnostics;
using Espalier.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Espalier.Generators.Parsing;

/// <summary>Turns an annotated class into a <see cref="TraceModel"/>. Only this stage looks at symbols and syntax.</summary>
internal static class ModelParser
{
    public static ParseResult Parse(GeneratorAttributeSyntaxContext target, CancellationToken cancellation)
    {
        var type = (INamedTypeSymbol)target.TargetSymbol;
        var declaration = (TypeDeclarationSyntax)target.TargetNode;
        var compilation = target.SemanticModel.Compilation;
        if (ParseCache.Find(declaration, compilation) is { } known)
        {
            return known;
        }

        var context = new ClassContext(type, compilation, cancellation);
        TraceModel? model = null;
        try
        {
            model = Model(context, declaration);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            context.Report(Rules.InternalError, declaration.Identifier.GetLocation(), type.Name, problem.GetType()
                .Name, FirstLine(problem.Message));
        }

        var result = new ParseResult(model, context.Problems.ToEquatable());
        ParseCache.Store(declaration, context, result);
        return result;
    }

    private static string FirstLine(string text) => text.Split('\n')[0].TrimEnd();

    private static TraceModel? Model(ClassContext context, TypeDeclarationSyntax declaration)
    {
        if (!context.Known.AreComplete || !CanBeExtended(context, declaration))
        {
            return null;
        }

        var type = context.Type;
        var writer = new TraceWriter(context);
        var forward = Forward(context, type);
        if (forward is null)
        {
            context.Report(Rules.NoForward, declaration.Identifier.GetLocation(), type.Name,
                "neither it nor a base class overrides forward in source");
            return null;
        }

        var isOwn = SymbolEqualityComparer.Default.Equals(forward.ContainingType.OriginalDefinition, type.OriginalDefinition);
        var isInherited = !isOwn && KnownSymbols.HasAttribute(forward.ContainingType, AttributeNames.PrunableModel);
        TraceAdapter? adapter = null;
        if (!isInherited)
        {
            if (!writer.Forward(forward, declaration.Identifier.GetLocation()))
            {
                return null;
            }

            adapter = Adapters.For(context, forward, writer.ForwardTarget, declaration.Identifier.GetLocation());
            if (adapter is null)
            {
                return null;
            }
        }

        writer.Rest();
        var parts = PartParser.Parts(context);
        return new TraceModel
        {
            HintName = HintName(type),
            Namespace = type.ContainingNamespace.IsGlobalNamespace ? ""
                : type.ContainingNamespace.ToDisplayString(TypePrinter.Qualified).Replace("global::", ""),
            Containers = Containers(type).Select(Declaration).ToEquatable(),
            Declaration = Declaration(type),
            HasNullableWarnings = context.Model(declaration.SyntaxTree).GetNullableContext(declaration.SpanStart).WarningsEnabled(),
            Adapter = adapter,
            Members = writer.Members.ToEquatable(),
            Children = parts.Where(p => !p.IsTensor).Select(p => p.Part).ToEquatable(),
            Tensors = parts.Where(p => p.IsTensor).Select(p => p.Part).ToEquatable(),
            PartsModifier = HasAnnotatedBase(type) ? "override " : type.IsSealed ? "" : "virtual ",
        };
    }

    private static bool CanBeExtended(ClassContext context, TypeDeclarationSyntax declaration)
    {
        var place = declaration.Identifier.GetLocation();
        for (SyntaxNode? node = declaration; node is TypeDeclarationSyntax part; node = node.Parent)
        {
            if (!part.Modifiers.Any(SyntaxKind.PartialKeyword))
            {
                context.Report(Rules.MustBePartial, part.Identifier.GetLocation(), part.Identifier.Text);
                return false;
            }

            if (part.Modifiers.Any(SyntaxKind.FileKeyword))
            {
                context.Report(Rules.NoForward, place, context.Type.Name, "a file-local class cannot have a part in another file");
                return false;
            }
        }

        if (!context.Known.IsModule(context.Type))
        {
            context.Report(Rules.NotAModule, place, context.Type.Name, "does not derive from torch.nn.Module");
            return false;
        }

        return true;
    }

    /// <summary>The forward that runs: the most derived override in source.</summary>
    private static IMethodSymbol? Forward(ClassContext context, INamedTypeSymbol type)
    {
        for (var current = type; current is not null && !context.Known.IsTorchSharp(current); current = current.BaseType)
        {
            foreach (var method in current.GetMembers("forward").OfType<IMethodSymbol>())
            {
                if (CallResolver.IsModuleForward(context.Known, method) && (method.IsAbstract || method.Locations.Any(l => l.IsInSource)
                    || KnownSymbols.HasAttribute(current, AttributeNames.PrunableModel)))
                {
                    return method;
                }
            }
        }

        return null;
    }

    public static bool HasAnnotatedBase(INamedTypeSymbol type)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (KnownSymbols.HasAttribute(current, AttributeNames.PrunableModel))
            {
                return true;
            }
        }

        return false;
    }

    private static Stack<INamedTypeSymbol> Containers(INamedTypeSymbol type)
    {
        var containers = new Stack<INamedTypeSymbol>();
        for (var current = type.ContainingType; current is not null; current = current.ContainingType)
        {
            containers.Push(current);
        }

        return containers;
    }

    private static string Declaration(INamedTypeSymbol type)
    {
        var keyword = type switch
        {
            { IsRecord: true, IsValueType: true } => "record struct",
            { IsRecord: true } => "record",
            { TypeKind: TypeKind.Struct } => "struct",
            { TypeKind: TypeKind.Interface } => "interface",
            _ => "class",
        };
        var parameters = type.TypeParameters.Length == 0 ? ""
            : $"<{string.Join(", ", type.TypeParameters.Select(p => Identifiers.Escape(p.Name)))}>";
        return $"partial {keyword} {Identifiers.Escape(type.Name)}{parameters}";
    }

    private static string HintName(INamedTypeSymbol type)
    {
        var space = type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString() + ".";
        return $"{space.Replace("@", "")}{string.Join(".", Containers(type).Append(type).Select(t => t.MetadataName))}.Trace.g.cs";
    }
}
