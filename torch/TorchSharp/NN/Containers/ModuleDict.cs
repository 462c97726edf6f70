using System.Diagnostics.CodeAnalysis;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Modules by name, in the order in which they were added.</summary>
/// <typeparam name="T">The modules' type.</typeparam>
[SuppressMessage("Naming", "CA1710", Justification = "The name is TorchSharp's.")]
public class ModuleDict<T> : NamedParts<T>
    where T : nn.Module
{
    /// <summary>A dictionary without modules.</summary>
    public ModuleDict()
        : base(nameof(ModuleDict<>))
    {
    }

    private protected override void RemoveParts() => ClearModules();

    private protected override void AddPart(string name, T part) => register_module(name, part);
}
