namespace Espalier.Weights.Checkpoints;

/// <summary>Where a run of values starts on the stack.</summary>
internal sealed class PickleMark
{
    public static readonly PickleMark Value = new();

    private PickleMark()
    {
    }
}
