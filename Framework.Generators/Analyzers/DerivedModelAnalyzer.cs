using System.Collections.Immutable;
using Espalier.Generators.Diagnostics;
using Espalier.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Espalier.Generators.Analyzers;

/// <summary>
/// Finds classes that override part of an annotated model without being annotated: the base class's trace would be silently wrong for them.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DerivedModelAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.DerivedNotAnnotated];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind != TypeKind.Class || KnownSymbols.HasAttribute(type, AttributeNames.PrunableModel) || Model(type) is not { } model)
        {
            return;
        }

        var known = KnownSymbols.For(context.Compilation);
        if (!known.AreComplete)
        {
            return;
        }

        foreach (var member in type.GetMembers().Where(m => m.IsOverride && HandlesTensors(known, m)))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rules.DerivedNotAnnotated, type.Locations[0], type.Name, member.Name, model.Name));
            return;
        }
    }

    private static INamedTypeSymbol? Model(INamedTypeSymbol type)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (KnownSymbols.HasAttribute(current, AttributeNames.PrunableModel))
            {
                return current;
            }
        }

        return null;
    }

    private static bool HandlesTensors(KnownSymbols known, ISymbol member) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Ordinary } method =>
            known.HoldsTensors(method.ReturnType) || method.Parameters.Any(p => known.HoldsTensors(p.Type)),
        IPropertySymbol property => known.HoldsTensors(property.Type) || KnownSymbols.IsWhole(property.Type),
        _ => false,
    };
}
