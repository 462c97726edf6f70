using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Espalier.Generators.Caching;

/// <summary>
/// What a compilation declares: everything that can change the meaning of code elsewhere. What is inside the bodies of methods cannot, so
/// two compilations that differ only there have equal stamps.
/// </summary>
internal sealed class DeclarationStamp
{
    private static readonly ConditionalWeakTable<Compilation, DeclarationStamp> Compilations = new();

    private readonly string? assembly;
    private readonly CompilationOptions options;
    private readonly ImmutableArray<MetadataReference> references;
    private readonly FileDeclarations[] files;
    private readonly Hash hash;
    private Step? last;

    private DeclarationStamp(Compilation compilation)
    {
        assembly = compilation.AssemblyName;
        options = compilation.Options;
        references = compilation.ExternalReferences;
        files = [.. compilation.SyntaxTrees.Select(FileDeclarations.Of)];
        hash = files.Aggregate(Hash.Empty, (all, file) => all.With(file.Hash));
    }

    public static DeclarationStamp Of(Compilation compilation) => Compilations.GetValue(compilation, static c => new DeclarationStamp(c));

    /// <summary>What is declared otherwise than in an older compilation; null if the compilations cannot be compared file by file.</summary>
    public DeclarationChanges? Since(DeclarationStamp old)
    {
        // All classes ask for the same step.
        if (last is not { } step || step.From != old)
        {
            last = step = new Step(old, Compare(old));
        }

        return step.Changes;
    }

    private DeclarationChanges? Compare(DeclarationStamp old)
    {
        if (assembly != old.assembly || !options.Equals(old.options) || files.Length != old.files.Length
            || !(references == old.references || references.SequenceEqual(old.references)))
        {
            return null;
        }

        if (hash.Equals(old.hash))
        {
            return DeclarationChanges.None;
        }

        var changed = new List<(FileDeclarations Old, FileDeclarations New)>();
        for (var i = 0; i < files.Length; i++)
        {
            if (files[i].Path != old.files[i].Path)
            {
                return null;
            }

            if (!files[i].Hash.Equals(old.files[i].Hash))
            {
                changed.Add((old.files[i], files[i]));
            }
        }

        return DeclarationChanges.Between(changed, files);
    }

    private sealed record Step(DeclarationStamp From, DeclarationChanges? Changes);
}
