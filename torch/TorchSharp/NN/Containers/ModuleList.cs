using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A list of modules, which are named 0, 1, 2... as children.</summary>
/// <typeparam name="T">The modules' type.</typeparam>
public class ModuleList<T> : PartList<T>
    where T : nn.Module
{
    /// <summary>A list with these modules.</summary>
    public ModuleList(params T[] modules)
        : base(nameof(ModuleList<>)) => extend(modules);

    private protected override void RemoveParts() => ClearModules();

    private protected override void AddPart(string name, T part) => register_module(name, part);
}
