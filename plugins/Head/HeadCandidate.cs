using Espalier.Structures;

namespace Espalier.Plugins.Head;

/// <summary>A layer that may lose all of its heads.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Branches">The residual branches that go with them.</param>
/// <param name="Scores">The importance of the heads that are left.</param>
internal sealed record HeadCandidate(HeadLayer Layer, IReadOnlyList<ResidualBranch> Branches, IReadOnlyList<double> Scores);
