using Espalier.Graphs;
using static TorchSharp.torch;

namespace Espalier.Methods;

/// <summary>
/// The masks that a model's weights are held to: true where a weight stays. Whoever changes weights calls <see cref="Apply"/> afterwards; surgery on a masked
/// model slices the masks too. They are saved with the model.
/// </summary>
public sealed class WeightMasks : IDisposable
{
    private readonly SortedDictionary<string, Tensor> masks = new(StringComparer.Ordinal);

    /// <summary>The masks by the parameter's name. They belong to this object.</summary>
    public IReadOnlyDictionary<string, Tensor> Masks => masks;

    /// <summary>Whether no weight is masked.</summary>
    public bool IsEmpty => masks.Count == 0;

    /// <summary>Sets the mask of a parameter.</summary>
    /// <param name="parameter">The name in the <c>state_dict</c>.</param>
    /// <param name="mask">A boolean tensor of the parameter's shape; the object takes it over.</param>
    public void Set(string parameter, Tensor mask)
    {
        ArgumentNullException.ThrowIfNull(mask);
        if (mask.dtype != ScalarType.Bool)
        {
            throw new ArgumentException($"The mask of '{parameter}' is {mask.dtype}. Masks are boolean: true where a weight stays.", nameof(mask));
        }

        if (masks.Remove(parameter, out var former))
        {
            former.Dispose();
        }

        masks[parameter] = mask.DetachFromDisposeScope();
    }

    /// <summary>Sets the masked weights of a model to zero.</summary>
    /// <exception cref="ArgumentException">A masked parameter is not in the model or has another shape.</exception>
    public void Apply(nn.Module model)
    {
        if (IsEmpty)
        {
            return;
        }

        var tensors = new ModuleNames(model).Tensors.ToDictionary(entry => entry.Name, entry => entry.Tensor, StringComparer.Ordinal);
        using var noGrad = no_grad();
        foreach (var (name, mask) in masks)
        {
            if (!tensors.TryGetValue(name, out var tensor) || !tensor.shape.AsSpan().SequenceEqual(mask.shape))
            {
                throw new ArgumentException($"The mask of '{name}' does not fit the model: it is [{string.Join(", ", mask.shape)}].", nameof(model));
            }

            tensor.mul_(mask);
        }
    }

    /// <summary>Slices the masks as a plan slices the parameters; those of parameters that go with a branch go too.</summary>
    public void Follow(Planning.PruningPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        using var noGrad = no_grad();
        foreach (var name in masks.Keys.Where(plan.Removes).ToArray())
        {
            masks.Remove(name, out var mask);
            mask!.Dispose();
        }

        foreach (var slice in plan.Slices.Where(slice => masks.ContainsKey(slice.Parameter)))
        {
            using var indices = tensor(slice.Kept.Select(index => (long)index).ToArray());
            Set(slice.Parameter, masks[slice.Parameter].index_select(slice.Dimension, indices));
        }
    }

    /// <summary>Lets go of all masks.</summary>
    public void Dispose()
    {
        foreach (var mask in masks.Values)
        {
            mask.Dispose();
        }

        masks.Clear();
    }
}
