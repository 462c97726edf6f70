using System.Diagnostics.CodeAnalysis;

namespace TorchSharp.Modules;

/// <summary>Parameters by name, in the order in which they were added.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "The name is TorchSharp's.")]
public class ParameterDict : NamedParts<Parameter>
{
    /// <summary>A dictionary without parameters.</summary>
    public ParameterDict()
        : base(nameof(ParameterDict))
    {
    }

    private protected override void RemoveParts() => ClearParameters();

    private protected override void AddPart(string name, Parameter part) => register_parameter(name, part);
}
