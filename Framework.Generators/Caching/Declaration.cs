namespace Espalier.Generators.Caching;

/// <summary>One thing that a file declares.</summary>
/// <param name="Name">What code that could mean it must say.</param>
/// <param name="Content">What it is, and what it is declared in: all but the code that runs.</param>
internal readonly record struct Declaration(string Name, Hash Content);
