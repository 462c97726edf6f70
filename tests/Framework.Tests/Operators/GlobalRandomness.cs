namespace Espalier.Framework.Tests.Operators;

/// <summary>Tests that seed the generator which all share must run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class GlobalRandomness
{
    /// <summary>The collection's name.</summary>
    public const string Name = "the global random generator";
}
