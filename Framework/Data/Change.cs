namespace Espalier.Data;

/// <summary>One change of one image.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Level">How strong, from 0 to 1.</param>
/// <param name="Sign">1 or -1.</param>
internal readonly record struct Change(ChangeKind Kind, double Level, int Sign);
