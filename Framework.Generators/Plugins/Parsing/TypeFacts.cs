using Espalier.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Espalier.Generators.Plugins.Parsing;

/// <summary>What several parsers ask of a type.</summary>
internal static class TypeFacts
{
    /// <summary>The name as generated code writes it, without a question mark.</summary>
    public static string Qualified(ITypeSymbol type) => type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString(TypePrinter.Qualified);

    /// <summary>Where a class's name stands.</summary>
    public static Location Place(SyntaxNode declaration) =>
        declaration is BaseTypeDeclarationSyntax type ? type.Identifier.GetLocation() : declaration.GetLocation();

    /// <summary>Whether code elsewhere in the assembly can name the type.</summary>
    public static bool IsAccessible(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.IsFileLocal
                || current.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a constructor can be called from elsewhere in the assembly.</summary>
    public static bool IsCallable(IMethodSymbol constructor) =>
        constructor.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal;

    /// <summary>The name of the class that the generator writes for an options record.</summary>
    public static string Binding(INamedTypeSymbol options) => Qualified(options) + "Binding";

    /// <summary>Whether a type has [PluginOptions].</summary>
    public static bool IsOptions(ITypeSymbol type) => PluginNames.Attribute(type, PluginNames.Options) is not null;
}
