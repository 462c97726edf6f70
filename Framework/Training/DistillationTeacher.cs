namespace Espalier.Training;

/// <summary>Whose outputs a model learns from.</summary>
public enum DistillationTeacher
{
    /// <summary>The model before it was cut: as the recipe names it or, where the first steps only train it, as they left it.</summary>
    Original,
}
