using System.Runtime.CompilerServices;
using Espalier.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Espalier.Generators.Caching;

/// <summary>
/// The result of parsing a class, for as long as it must be the same: every file whose code was translated is still there, and what is
/// declared otherwise than then has names that none of this code says. Binding the bodies of a model costs milliseconds, and the compiler
/// asks after every key pressed in any file.
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
            if (!entries.TryGetValue(declaration.SpanStart, out var entry) || !entry.Files.All(compilation.ContainsSyntaxTree))
            {
                return null;
            }

            var stamp = DeclarationStamp.Of(compilation);
            if (stamp == entry.Stamp)
            {
                return entry.Result;
            }

            if (stamp.Since(entry.Stamp) is not { } changes || changes.Concern(entry.Names, entry.Homes))
            {
                return null;
            }

            entries[declaration.SpanStart] = entry with { Stamp = stamp };
            return entry.Result;
        }
    }

    public static void Store(SyntaxNode declaration, ClassContext context, ParseResult result)
    {
        var files = context.Files.ToArray();
        var entry = new Entry(
            DeclarationStamp.Of(context.Compilation), files, [.. context.Homes.Select(FileDeclarations.Of)], context.Sought, result);
        var entries = Trees.GetOrCreateValue(declaration.SyntaxTree);
        lock (entries)
        {
            entries[declaration.SpanStart] = entry;
        }
    }

    /// <param name="Stamp">What the last compilation declared for which the result was right.</param>
    /// <param name="Files">The files whose code was translated.</param>
    /// <param name="Homes">The files that declare the class and what it derives from.</param>
    /// <param name="Sought">Names that the translation looked for and that no code says.</param>
    /// <param name="Result">The result.</param>
    private sealed record Entry(
        DeclarationStamp Stamp, SyntaxTree[] Files, FileDeclarations[] Homes, ISet<string> Sought, ParseResult Result)
    {
        public IEnumerable<ISet<string>> Names => Files.Select(FileNames.Of).Prepend(Sought);
    }
}
