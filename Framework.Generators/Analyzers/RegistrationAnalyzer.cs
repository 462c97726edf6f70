using System.Collections.Immutable;
using Espalier.Generators.Diagnostics;
using Espalier.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Espalier.Generators.Analyzers;

/// <summary>
/// Finds sub-modules and parameters of an annotated class that nothing registers: they would be missing from the state_dict.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RegistrationAnalyzer : DiagnosticAnalyzer
{
    private const string AllFields = "RegisterComponents";

    private static readonly string[] ByName = ["register_module", "register_parameter", "register_buffer", "add_module"];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.NotRegistered];

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
        var known = KnownSymbols.For(context.Compilation);
        if (!known.AreComplete || !KnownSymbols.HasAttribute(type, AttributeNames.PrunableModel) || !known.IsModule(type))
        {
            return;
        }

        var registers = Calls(type, [AllFields, .. ByName], context.CancellationToken);
        var registersByName = Calls(type, ByName, context.CancellationToken);
        foreach (var field in type.GetMembers().OfType<IFieldSymbol>().Where(f => !f.IsStatic && !f.IsConst))
        {
            var (owner, place) = field.AssociatedSymbol is { } property ? (property, property.Locations[0])
                : ((ISymbol)field, field.Locations[0]);
            if (IsModuleOrParameter(known, field.Type))
            {
                if (!registers)
                {
                    Report("no constructor calls RegisterComponents()");
                }
                else if (field.AssociatedSymbol is not null)
                {
                    Report("RegisterComponents looks at fields; hold it in a field");
                }
            }
            else if (!registersByName && Element(field.Type) is { } element && IsModuleOrParameter(known, element)
                && !known.IsModule(field.Type))
            {
                Report($"RegisterComponents does not look into a {field.Type.Name}; use {(known.IsModule(element) ? "ModuleList" : "ParameterList")}");
            }

            void Report(string reason) => context.ReportDiagnostic(Diagnostic.Create(Rules.NotRegistered, place, owner.Name, type.Name,
                reason));
        }
    }

    private static bool IsModuleOrParameter(KnownSymbols known, ITypeSymbol type) =>
        known.IsModule(type) || KnownSymbols.IsSame(type, known.Parameter);

    private static ITypeSymbol? Element(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { IsGenericType: true } named when CallResolver.IsBaseClassLibrary(named)
            && named.Name is not ("Func" or "Action") =>
            named.TypeArguments[named.TypeArguments.Length - 1],
        _ => null,
    };

    /// <summary>Whether the class itself calls one of these methods. What it registers by name is its own affair.</summary>
    private static bool Calls(INamedTypeSymbol type, string[] methods, CancellationToken cancellation)
    {
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            foreach (var call in reference.GetSyntax(cancellation).DescendantNodes().OfType<InvocationExpressionSyntax>())
            {
                var name = call.Expression switch
                {
                    SimpleNameSyntax simple => simple.Identifier.ValueText,
                    MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax or BaseExpressionSyntax, Name: var member } =>
                        member.Identifier.ValueText,
                    _ => "",
                };
                if (methods.Contains(name))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
