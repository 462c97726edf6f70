namespace Espalier.Graphs;

/// <summary>Where a value of a graph comes from.</summary>
public enum ValueKind
{
    /// <summary>An operator's result.</summary>
    Result,

    /// <summary>An input of the model.</summary>
    Input,

    /// <summary>A parameter of the model: surgery may slice it.</summary>
    Parameter,

    /// <summary>A buffer of the model, or any tensor held in a field: surgery may slice it, training does not touch it.</summary>
    Buffer,
}
