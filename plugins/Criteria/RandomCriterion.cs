using Espalier.Criteria;
using Espalier.Structures;

namespace Espalier.Plugins.Criteria;

/// <summary>Random scores from 0 up to 1: the baseline that every other criterion must beat.</summary>
/// <remarks>A group's scores follow from the seed, its name and its width alone, in whatever order groups are scored.</remarks>
/// <param name="options">The seed.</param>
[PluginPart("random")]
public sealed class RandomCriterion(RandomOptions options) : IImportanceCriterion
{
    /// <inheritdoc/>
    public string Name => "random";

    /// <inheritdoc/>
    public CriterionNeeds Needs => CriterionNeeds.None;

    /// <inheritdoc/>
    public IReadOnlyList<double> Score(IStructureGroup group, ScoringContext context)
    {
        ArgumentNullException.ThrowIfNull(group);

        // FNV-1a: .NET's own hash of a text differs from process to process.
        var state = 14695981039346656037UL ^ unchecked((ulong)options.Seed);
        foreach (var character in group.Name)
        {
            state = unchecked((state ^ character) * 1099511628211UL);
        }

        var scores = new double[group.Count];
        foreach (ref var score in scores.AsSpan())
        {
            score = Next(ref state);
        }

        return scores;
    }

    // SplitMix64 (Steele et al. 2014), whose numbers no runtime version changes.
    private static double Next(ref ulong state)
    {
        var mixed = state = unchecked(state + 0x9E3779B97F4A7C15UL);
        mixed = unchecked((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL);
        mixed = unchecked((mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL);
        return ((mixed ^ (mixed >> 31)) >> 11) * (1.0 / (1UL << 53));
    }
}
