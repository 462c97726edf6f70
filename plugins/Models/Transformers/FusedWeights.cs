using static TorchSharp.torch;

namespace Espalier.Models;

/// <summary>Turns weights with one layer for queries, keys and values into weights with a layer each, and back.</summary>
public static class FusedWeights
{
    private const string Fused = ".qkv.";
    private static readonly string[] Parts = [".q.", ".k.", ".v."];

    /// <summary>Replaces each <c>qkv.weight</c> and <c>qkv.bias</c> by its thirds under <c>q</c>, <c>k</c> and <c>v</c>.</summary>
    /// <param name="state">A <c>state_dict</c>; its other entries are taken over as they are.</param>
    /// <returns>A new dictionary; the thirds are views of the fused tensors.</returns>
    public static Dictionary<string, Tensor> Split(IReadOnlyDictionary<string, Tensor> state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var result = new Dictionary<string, Tensor>();
        foreach (var (name, tensor) in state)
        {
            if (!name.Contains(Fused, StringComparison.Ordinal))
            {
                result.Add(name, tensor);
                continue;
            }

            var thirds = tensor.chunk(3, 0);
            for (var i = 0; i < Parts.Length; i++)
            {
                result.Add(name.Replace(Fused, Parts[i], StringComparison.Ordinal), thirds[i]);
            }
        }

        return result;
    }

    /// <summary>Joins each <c>q</c>, <c>k</c> and <c>v</c> to one <c>qkv</c>.</summary>
    /// <param name="state">A <c>state_dict</c> in which queries, keys and values are equally wide.</param>
    /// <returns>A new dictionary.</returns>
    public static Dictionary<string, Tensor> Join(IReadOnlyDictionary<string, Tensor> state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var result = new Dictionary<string, Tensor>();
        foreach (var (name, tensor) in state)
        {
            var part = Array.FindIndex(Parts, p => name.Contains(p, StringComparison.Ordinal));
            if (part < 0)
            {
                result.Add(name, tensor);
            }
            else if (part == 0)
            {
                var thirds = Parts.Select(p => state[name.Replace(Parts[0], p, StringComparison.Ordinal)]).ToArray();
                result.Add(name.Replace(Parts[0], Fused, StringComparison.Ordinal), cat(thirds, 0));
            }
        }

        return result;
    }
}
