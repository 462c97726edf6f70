using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;

namespace Espalier.Generators.CodeFixes;

/// <summary>Edits of a class's declaration.</summary>
internal static class Annotations
{
    public static void MakePartial(DocumentEditor editor, TypeDeclarationSyntax declaration)
    {
        if (!declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
        {
            editor.ReplaceNode(declaration, (node, generator) =>
                generator.WithModifiers(node, generator.GetModifiers(node).WithPartial(true)));
        }
    }

    /// <summary>Adds an attribute of the framework; the name gets shorter where a using directive allows it.</summary>
    public static void Add(DocumentEditor editor, TypeDeclarationSyntax declaration, string attribute)
    {
        var name = SyntaxFactory.ParseName($"global::Espalier.{attribute}Attribute").WithAdditionalAnnotations(Simplifier.Annotation);
        editor.AddAttribute(declaration, editor.Generator.Attribute(name));
    }
}
