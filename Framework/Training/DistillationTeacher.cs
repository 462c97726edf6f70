namespace Espalier.Training;

/// <summary>Whose outputs a model learns from.</summary>
public enum DistillationTeacher
{
    /// <summary>The model as it was when the run began.</summary>
    Original,
}
