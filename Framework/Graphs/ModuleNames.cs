using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Graphs;

/// <summary>The paths of a model's modules, parameters and buffers: their names in the <c>state_dict</c>.</summary>
internal sealed class ModuleNames
{
    private readonly Dictionary<nn.Module, string> modules = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<torch.Tensor, string> tensors = new(ReferenceEqualityComparer.Instance);

    public ModuleNames(nn.Module root) => Visit(root, "", []);

    /// <summary>All parameters and buffers, each once, by their paths.</summary>
    public IEnumerable<(string Name, torch.Tensor Tensor)> Tensors => tensors.Select(pair => (pair.Value, pair.Key));

    /// <summary>All modules, each once, by their paths.</summary>
    public IEnumerable<(string Path, nn.Module Module)> Modules => modules.Select(pair => (pair.Value, pair.Key));

    /// <summary>A module's path; its class name in angle brackets if the model does not register it.</summary>
    public string Of(nn.Module module) => modules.TryGetValue(module, out var path) ? path : $"<{module.GetType().Name}>";

    /// <summary>A tensor's path; null if the model does not register it.</summary>
    public string? Of(torch.Tensor tensor) => tensors.GetValueOrDefault(tensor);

    private void Visit(nn.Module module, string path, List<nn.Module> above)
    {
        if (above.Contains(module, ReferenceEqualityComparer.Instance))
        {
            throw new TraceException($"Module '{path}' contains itself. Register each module once.");
        }

        // A shared module or tensor keeps the first of its names.
        modules.TryAdd(module, path);
        foreach (var (name, parameter) in module.named_parameters(recurse: false))
        {
            tensors.TryAdd(parameter, Join(path, name));
        }

        foreach (var (name, buffer) in module.named_buffers(recurse: false))
        {
            tensors.TryAdd(buffer, Join(path, name));
        }

        above.Add(module);
        foreach (var (name, child) in module.named_children())
        {
            Visit(child, Join(path, name), above);
        }

        above.RemoveAt(above.Count - 1);
    }

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
