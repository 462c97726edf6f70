using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Espalier.Generators.Caching;

/// <summary>
/// What a compilation declares: everything that can change the meaning of code elsewhere. What is inside the bodies of methods cannot, so
/// two compilations that differ only there have equal stamps.
/// </summary>
internal sealed class DeclarationStamp : IEquatable<DeclarationStamp>
{
    private static readonly ConditionalWeakTable<Compilation, DeclarationStamp> Compilations = new();
    private static readonly ConditionalWeakTable<SyntaxTree, StrongBox<Hash>> Trees = new();

    private readonly Hash hash;
    private readonly CompilationOptions options;
    private readonly ImmutableArray<MetadataReference> references;

    private DeclarationStamp(Compilation compilation)
    {
        options = compilation.Options;
        references = compilation.ExternalReferences;
        hash = Hash.Empty;
        foreach (var tree in compilation.SyntaxTrees)
        {
            hash = hash.With(Trees.GetValue(tree, static t => new StrongBox<Hash>(Of(t))).Value);
        }
    }

    public static DeclarationStamp Of(Compilation compilation) => Compilations.GetValue(compilation, static c => new DeclarationStamp(c));

    public bool Equals(DeclarationStamp? other) =>
        other is not null && hash.Equals(other.hash) && options.Equals(other.options)
        && (references == other.references || references.SequenceEqual(other.references));

    public override bool Equals(object? obj) => Equals(obj as DeclarationStamp);

    public override int GetHashCode() => hash.GetHashCode();

    private static Hash Of(SyntaxTree tree) => Add(Hash.Empty.With(tree.FilePath), tree.GetRoot());

    private static Hash Add(Hash hash, SyntaxNode node)
    {
        hash = hash.With(node.RawKind);
        foreach (var child in node.ChildNodesAndTokens())
        {
            if (child.AsNode() is { } inner)
            {
                hash = IsBody(inner) ? hash.With(-inner.RawKind) : Add(hash, inner);
                continue;
            }

            var token = child.AsToken();
            hash = hash.With(token.Text);
            if (token.ContainsDirectives)
            {
                // #nullable and #if change what declarations mean.
                foreach (var trivia in token.LeadingTrivia.Where(t => t.IsDirective))
                {
                    hash = hash.With(trivia.ToString());
                }
            }
        }

        return hash;
    }

    /// <summary>
    /// Whether a node is code that runs, and not a declaration. Constants are declarations: their values are known to the compiler.
    /// </summary>
    private static bool IsBody(SyntaxNode node) => node switch
    {
        BlockSyntax or ArrowExpressionClauseSyntax or ConstructorInitializerSyntax or GlobalStatementSyntax => true,
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax } => true,
        EqualsValueClauseSyntax { Parent.Parent.Parent: BaseFieldDeclarationSyntax field } => !field.Modifiers.Any(SyntaxKind.ConstKeyword),
        _ => false,
    };
}
