using System.Runtime.CompilerServices;
using Espalier.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Espalier.Generators.Caching;

/// <summary>
/// The result of parsing a class, for as long as it must be the same: the compilation declares the same, and every file whose code was
/// translated is still there. Binding the bodies of a model costs milliseconds, and the compiler asks after every key pressed in any file.
/// </summary>
internal static class ParseCache
{
    private static readonly ConditionalWeakTable<SyntaxTree, Dictionary<int, Entry>> Trees = new();

    public static ParseResult? Find(SyntaxNode declaration, Compilation compilation)
    {
        if (!Trees.TryGetValue(declaration.SyntaxTree, out var entries))
        {
            return null;
        }

        lock (entries)
        {
            return entries.TryGetValue(declaration.SpanStart, out var entry) && entry.Stamp.Equals(DeclarationStamp.Of(compilation))
                && entry.Files.All(compilation.ContainsSyntaxTree) ? entry.Result : null;
        }
    }

    public static void Store(SyntaxNode declaration, Compilation compilation, IEnumerable<SyntaxTree> files, ParseResult result)
    {
        var entries = Trees.GetOrCreateValue(declaration.SyntaxTree);
        lock (entries)
        {
            entries[declaration.SpanStart] = new Entry(DeclarationStamp.Of(compilation), [.. files], result);
        }
    }

    private sealed record Entry(DeclarationStamp Stamp, SyntaxTree[] Files, ParseResult Result);
}
