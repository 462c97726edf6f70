namespace TorchSharp.Utils;

/// <summary>Names a module's field in the state dictionary, where it should not be the field's own name.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class ComponentNameAttribute : Attribute
{
    /// <summary>The name.</summary>
    public string Name { get; set; } = "";
}
