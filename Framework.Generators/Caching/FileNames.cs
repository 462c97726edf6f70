using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Espalier.Generators.Caching;

/// <summary>The names that a file says anywhere, code included.</summary>
internal static class FileNames
{
    private static readonly ConditionalWeakTable<SyntaxTree, HashSet<string>> Files = new();

    public static ISet<string> Of(SyntaxTree tree) => Files.GetValue(tree, static t => Collect(t));

    private static HashSet<string> Collect(SyntaxTree tree) =>
    [
        .. tree.GetRoot().DescendantTokens()
            .Where(token => token.IsKind(SyntaxKind.IdentifierToken) || SyntaxFacts.IsContextualKeyword(token.Kind()))
            .Select(token => token.ValueText),
    ];
}
