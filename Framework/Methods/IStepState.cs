namespace Espalier.Methods;

/// <summary>
/// What makes a step resumable. A method saves where it is as often as it likes; after a crash it finds what it saved last, and goes on to the same result.
/// </summary>
public interface IStepState
{
    /// <summary>What this step saved last in an earlier process; null if it begins afresh. Its tensors belong to the host.</summary>
    StepSnapshot? Restored { get; }

    /// <summary>
    /// Saves where the step is, in one piece with the model, the plan so far, the masks and the length of the metrics: either all of it is on disk or the
    /// former save still is.
    /// </summary>
    void Save(StepSnapshot snapshot);

    /// <summary>The state of a method that this one runs inside itself. What it saved is dropped when this method next saves.</summary>
    /// <param name="name">Tells it from others; the same in every process: <c>round-3</c>.</param>
    IStepState Inner(string name);
}
