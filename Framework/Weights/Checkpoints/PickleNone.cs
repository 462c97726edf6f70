namespace Espalier.Weights.Checkpoints;

/// <summary>Python's <c>None</c>.</summary>
internal sealed class PickleNone
{
    public static readonly PickleNone Value = new();

    private PickleNone()
    {
    }
}
