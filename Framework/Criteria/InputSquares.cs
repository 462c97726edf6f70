using Espalier.Execution;
using Espalier.Graphs;
using static TorchSharp.torch;

namespace Espalier.Criteria;

/// <summary>
/// For each weight of a linear layer or convolution, how strong the input of each of its columns is: the sum of squares of all numbers that the column's
/// elements are multiplied with. A convolution's columns are its input channels and kernel positions.
/// </summary>
internal static class InputSquares
{
    /// <summary>Adds the sums of a run up while it goes on.</summary>
    /// <param name="interpreter">What runs.</param>
    /// <param name="sums">Where the sums go, by the weight's name; each broadcasts to the weight's shape.</param>
    public static void Observe(Interpreter interpreter, Dictionary<string, Tensor> sums)
    {
        foreach (var node in interpreter.Graph.Nodes)
        {
            var spatial = node.Operator switch
            {
                "aten::linear" => 0,
                "aten::conv1d" => 1,
                "aten::conv2d" => 2,
                "aten::conv3d" => 3,
                _ => -1,
            };
            if (spatial >= 0 && node.Tensor(1) is { Kind: ValueKind.Parameter } weight)
            {
                interpreter.Observe(node.Tensor(0), input => Add(sums, weight.Name, Of(node, spatial, input)));
            }
        }
    }

    private static void Add(Dictionary<string, Tensor> sums, string name, Tensor value) =>
        // A weight that is used twice sees the inputs of both uses.
        sums[name] = sums.TryGetValue(name, out var sum) ? sum + value : value;

    private static Tensor Of(Node node, int spatial, Tensor input)
    {
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        var squares = input.detach().to(float64).square();
        return (spatial == 0 ? squares.reshape(-1, input.shape[^1]).sum([0]) : OfConvolution(node, spatial, squares)).MoveToOuterDisposeScope();
    }

    // Element (c, k) of the kernel meets the padded input at stride * o + dilation * k, for every position o of the result. Summed over o, that is a
    // convolution of each channel with ones of the result's size, in which stride and dilation change places.
    private static Tensor OfConvolution(Node node, int spatial, Tensor squares)
    {
        var (weight, groups) = (node.Tensor(1), node.Int(6, 1));
        long[] Padded(IEnumerable<long> tail, long[] ones) => [.. ones, .. tail];
        var image = squares.shape[^spatial..];
        var channels = squares.shape[^(spatial + 1)];
        // One convolution for all: fewer dimensions are filled up with ones.
        var fill = Enumerable.Repeat(1L, 3 - spatial).ToArray();
        var none = Enumerable.Repeat(0L, 3 - spatial).ToArray();
        var summed = squares.reshape([-1, channels, .. image]).sum([0]).reshape([channels, 1, .. fill, .. image]);
        var window = ones([1, 1, .. fill, .. node.Output.Shape.TakeLast(spatial)], squares.dtype, squares.device);
        var met = nn.functional.conv3d(
            summed, window, null, Padded(node.Ints(5, spatial, 1), fill), Padded(node.Ints(4, spatial), none), Padded(node.Ints(3, spatial, 1), fill));
        // Strides that do not divide the image leave positions past the kernel.
        for (var d = 0; d < spatial; d++)
        {
            met = met.narrow(5 - spatial + d, 0, weight.Shape[2 + d]);
        }

        var columns = met.reshape([groups, channels / groups, .. weight.Shape.Skip(2)]);
        return groups == 1 ? columns : columns.repeat_interleave(weight.Shape[0] / groups, 0);
    }
}
