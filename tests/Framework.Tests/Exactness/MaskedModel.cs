using Espalier.Graphs;
using Espalier.Labels;
using Espalier.Operators;
using Espalier.Planning;
using Espalier.Structures;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Framework.Tests.Exactness;

/// <summary>
/// Runs a model's graph at full size with everything that a cut removes set to zero, value by value, and with norms that count only what is kept. What
/// a physically smaller model computes must be the same. It shares no code with surgery.
/// </summary>
internal sealed class MaskedModel(ModelStructure structure, CutSet cut, IReadOnlyDictionary<string, Tensor> parameters)
{
    private readonly Dictionary<Value, Tensor> values = [];

    /// <summary>The results for these inputs, at full size, with zeros where something was cut.</summary>
    public Tensor[] Run(Graph graph, IReadOnlyList<Tensor> inputs)
    {
        values.Clear();
        foreach (var (value, tensor) in graph.Inputs.Zip(inputs))
        {
            values[value] = tensor;
        }

        foreach (var node in graph.Nodes)
        {
            var results = Execute(node, [.. node.Inputs.Select(Read)]);
            for (var i = 0; i < results.Length; i++)
            {
                values[node.Outputs[i]] = Mask(node.Outputs[i], results[i]);
            }
        }

        return [.. graph.Outputs.Select(Read)];
    }

    /// <summary>What a plan removes of a model's parameters. Residual branches that it removes are not in it.</summary>
    public static CutSet CutOf(ModelStructure structure, PruningPlan plan)
    {
        var cut = new CutSet(structure.Blocks);
        foreach (var slice in plan.Slices)
        {
            var field = structure.Labels.Parameters[slice.Parameter].Single(f => f.Dimensions[0] == slice.Dimension);
            foreach (var index in Enumerable.Range(0, slice.Width).Except(slice.Kept))
            {
                cut.Add(field.Labels[index]);
            }
        }

        return cut;
    }

    private Tensor Read(Value value) => value.Kind switch
    {
        ValueKind.Parameter or ValueKind.Buffer => parameters[value.Name],
        ValueKind.Constant => value.Constant!,
        _ => values[value],
    };

    private Tensor[] Execute(Node node, Tensor[] inputs) => node.Operator switch
    {
        "aten::layer_norm" => [LayerNorm(node, inputs)],
        "aten::group_norm" => [GroupNorm(node, inputs)],
        _ => OperatorTable.Find(node.Operator)!.Execute(node, inputs),
    };

    /// <summary>Zeros where a coordinate was cut; null if nothing was.</summary>
    private Tensor? MaskOf(Value value)
    {
        Tensor? mask = null;
        foreach (var field in structure.Labels.FieldsOf(value).Where(f => f.Labels.Any(cut.Contains)))
        {
            var sizes = Enumerable.Repeat(1L, value.Rank).ToArray();
            for (var i = 0; i < field.Dimensions.Length; i++)
            {
                sizes[field.Dimensions[i]] = field.Sizes[i];
            }

            var own = torch.tensor(field.Labels.Select(label => cut.Contains(label) ? 0.0 : 1.0).ToArray()).view(sizes);
            mask = mask is null ? own : mask * own;
        }

        return mask;
    }

    private Tensor Mask(Value value, Tensor tensor) =>
        tensor.is_floating_point() && MaskOf(value) is { } mask ? tensor * mask.to(tensor.dtype) : tensor;

    private Tensor LayerNorm(Node node, Tensor[] inputs)
    {
        var dimensions = node.Ints(1).Length;
        long[] over = [.. Enumerable.Range(1, dimensions).Select(d => (long)-d)];
        var mask = MaskOf(node.Tensor(0))?.to(inputs[0].dtype) ?? torch.ones(1, dtype: inputs[0].dtype);
        var normal = Normalize(inputs[0], mask.expand(inputs[0].shape), over, node.Number(4, 1e-5));
        return Affine(node, inputs, normal, [.. inputs[0].shape[^dimensions..]]);
    }

    private Tensor GroupNorm(Node node, Tensor[] inputs)
    {
        var x = inputs[0];
        var groups = node.Int(1);
        var mask = (MaskOf(node.Tensor(0))?.to(x.dtype) ?? torch.ones(1, dtype: x.dtype)).expand(x.shape);
        var normal = Normalize(x.reshape(x.shape[0], groups, -1), mask.reshape(x.shape[0], groups, -1), [-1L], node.Number(4, 1e-5)).view(x.shape);
        return Affine(node, inputs, normal, [x.shape[1], .. Enumerable.Repeat(1L, (int)x.ndim - 2)]);
    }

    private static Tensor Normalize(Tensor x, Tensor mask, long[] over, double epsilon)
    {
        // A row of which nothing is left is masked afterwards: it only must not divide by zero.
        var count = mask.sum(over, true).clamp(min: 1);
        var mean = (x * mask).sum(over, true) / count;
        var variance = ((x - mean) * mask).square().sum(over, true) / count;
        return (x - mean) / (variance + epsilon).sqrt();
    }

    private static Tensor Affine(Node node, Tensor[] inputs, Tensor normal, long[] shape)
    {
        var next = 1;
        if (node.OptionalTensor(2) is not null)
        {
            normal = normal * inputs[next++].view(shape);
        }

        return node.OptionalTensor(3) is not null ? normal + inputs[next].view(shape) : normal;
    }
}
