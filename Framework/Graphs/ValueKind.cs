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

    /// <summary>A buffer of the model: surgery may slice it, training does not touch it.</summary>
    Buffer,

    /// <summary>A tensor that the model holds outside its <c>state_dict</c>: nothing of it can be cut.</summary>
    Constant,
}
