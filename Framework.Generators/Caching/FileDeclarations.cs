using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Espalier.Generators.Caching;

/// <summary>What a file declares: everything in it that can change the meaning of code in another file.</summary>
internal sealed class FileDeclarations
{
    private static readonly ConditionalWeakTable<SyntaxTree, FileDeclarations> Files = new();

    public FileDeclarations(string path, IReadOnlyCollection<Declaration> all, ISet<string> references, Hash common)
    {
        Path = path;
        All = all;
        References = references;
        Common = common;
        Hash = all.Aggregate(common.With(path), (hash, declaration) => hash.With(declaration.Name).With(declaration.Content));
    }

    public string Path { get; }

    public IReadOnlyCollection<Declaration> All { get; }

    /// <summary>The names that its declarations say: types, bases, attributes, constants.</summary>
    public ISet<string> References { get; }

    /// <summary>What code can depend on without a name: global usings, attributes of the assembly, and what the compiler itself looks up.</summary>
    public Hash Common { get; }

    /// <summary>All of it, in its order.</summary>
    public Hash Hash { get; }

    public static FileDeclarations Of(SyntaxTree tree) => Files.GetValue(tree, static t => DeclarationCollector.Collect(t));
}
