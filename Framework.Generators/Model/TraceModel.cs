namespace Espalier.Generators.Model;

/// <summary>All that the emitter writes for one class. It is made of values, so that an unchanged model is known to be unchanged.</summary>
internal sealed record TraceModel
{
    /// <summary>The generated file's name.</summary>
    public required string HintName { get; init; }

    /// <summary>The namespace; empty for the global one.</summary>
    public required string Namespace { get; init; }

    /// <summary>The declarations of the classes around it, from the outside in.</summary>
    public required EquatableArray<string> Containers { get; init; }

    /// <summary>The declaration without interfaces: <c>partial class Net</c>.</summary>
    public required string Declaration { get; init; }

    /// <summary>Whether nullable warnings are on where the class is written.</summary>
    public required bool HasNullableWarnings { get; init; }

    /// <summary>The untyped trace; null if a base class has it.</summary>
    public required TraceAdapter? Adapter { get; init; }

    /// <summary>The traces, forward's first.</summary>
    public required EquatableArray<TraceMember> Members { get; init; }

    /// <summary>The sub-modules that the class's own fields hold.</summary>
    public required EquatableArray<TracePart> Children { get; init; }

    /// <summary>The parameters and buffers that the class's own fields hold.</summary>
    public required EquatableArray<TracePart> Tensors { get; init; }

    /// <summary>How the lists of parts stand to those of a base class: empty, <c>virtual</c> or <c>override</c>.</summary>
    public required string PartsModifier { get; init; }
}
