namespace Espalier.Methods;

/// <summary>A state that forgets: for runs without a folder.</summary>
public sealed class NoState : IStepState
{
    /// <summary>The one instance.</summary>
    public static NoState Instance { get; } = new();

    /// <inheritdoc/>
    public StepSnapshot? Restored => null;

    /// <inheritdoc/>
    public void Save(StepSnapshot snapshot)
    {
    }

    /// <inheritdoc/>
    public IStepState Inner(string name) => this;
}
