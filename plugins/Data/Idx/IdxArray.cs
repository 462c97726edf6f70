namespace Espalier.Plugins.Data.Idx;

/// <summary>The contents of an idx file of bytes.</summary>
/// <param name="Shape">The sizes of its dimensions.</param>
/// <param name="Values">In row-major order.</param>
public sealed record IdxArray(IReadOnlyList<int> Shape, byte[] Values);
