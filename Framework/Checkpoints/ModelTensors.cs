using Espalier.Methods;
using Espalier.Weights;
using static TorchSharp.torch;

namespace Espalier.Checkpoints;

/// <summary>The tensors of a model and its masks in a safetensors file: <c>model.</c> and <c>masks.</c> before the parameter's name.</summary>
internal static class ModelTensors
{
    private const string Weights = "model";
    private const string Masks = "masks.";

    /// <summary>What is written; shared tensors under the first of their names.</summary>
    public static IEnumerable<(string Name, Tensor Tensor)> Of(nn.Module module, WeightMasks masks)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        return module.state_dict()
            .Where(pair => seen.Add(pair.Value))
            .Select(pair => ($"{Weights}.{pair.Key}", pair.Value))
            .Concat(masks.Masks.Select(pair => (Masks + pair.Key, pair.Value)));
    }

    /// <summary>Loads the weights of a file into a model of the same shape.</summary>
    /// <exception cref="WeightFileException">They do not fit.</exception>
    public static void LoadWeights(string path, nn.Module module)
    {
        using var file = WeightFile.Open(path, new WeightFileOptions { Section = Weights });
        WeightLoader.Load(module, file, options: new WeightLoadOptions { AllowNonFinite = true });
    }

    /// <summary>Loads the masks of a file and checks that they fit the model.</summary>
    /// <exception cref="WeightFileException">They do not.</exception>
    public static void LoadMasks(IWeightFile file, nn.Module module, WeightMasks masks)
    {
        var shapes = module.state_dict().ToDictionary(pair => pair.Key, pair => pair.Value.shape, StringComparer.Ordinal);
        foreach (var entry in file.Tensors.Where(entry => entry.Name.StartsWith(Masks, StringComparison.Ordinal)))
        {
            var parameter = entry.Name[Masks.Length..];
            if (entry.DType != ScalarType.Bool || !shapes.TryGetValue(parameter, out var shape) || !shape.AsSpan().SequenceEqual(entry.Shape.ToArray()))
            {
                throw new WeightFileException(
                    file.Path, $"key '{entry.Name}'", $"The mask, {entry.DType} [{string.Join(", ", entry.Shape)}], fits no parameter of the model.",
                    "The file was changed or damaged after it was saved: save it again.");
            }

            masks.Set(parameter, file.Read(entry.Name));
        }
    }
}
