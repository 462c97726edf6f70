using Espalier.Methods;

namespace Espalier.Plugins.Snp.Tests;

/// <summary>What a step saves, for a later one to find.</summary>
internal sealed class Remembered(StepSnapshot? restored = null) : IStepState
{
    public StepSnapshot? Restored => restored;

    public List<StepSnapshot> Saved { get; } = [];

    public void Save(StepSnapshot snapshot) => Saved.Add(snapshot);

    public IStepState Inner(string name) => NoState.Instance;
}
