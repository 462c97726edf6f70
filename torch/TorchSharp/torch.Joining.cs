using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The tensors one after the other along an existing dimension.</summary>
    public static Tensor cat(IList<Tensor> tensors, long dim = 0) => Aten.Call("aten::cat", ArrayOf(tensors), dim);

    /// <summary>The tensors one after the other along an existing dimension.</summary>
    public static Tensor concat(IList<Tensor> tensors, long dim = 0) => cat(tensors, dim);

    /// <summary>The tensors one after the other along an existing dimension.</summary>
    public static Tensor concatenate(IList<Tensor> tensors, long axis = 0) => cat(tensors, axis);

    /// <summary>The tensors, all of one shape, along a new dimension.</summary>
    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0) => Aten.Call("aten::stack", ArrayOf(tensors), dim);

    /// <summary>The tensors side by side: along the second dimension, vectors along the first.</summary>
    public static Tensor hstack(params Tensor[] tensors) => Aten.Call("aten::hstack", tensors);

    /// <inheritdoc cref="hstack(Tensor[])"/>
    public static Tensor hstack(IList<Tensor> tensors) => hstack(ArrayOf(tensors));

    /// <inheritdoc cref="hstack(Tensor[])"/>
    public static Tensor hstack(IEnumerable<Tensor> tensors) => hstack(ArrayOf(tensors));

    /// <summary>The tensors one below the other: along the first dimension, vectors as rows.</summary>
    public static Tensor vstack(IList<Tensor> tensors) => Aten.Call("aten::vstack", ArrayOf(tensors));

    /// <summary>The tensors one below the other: along the first dimension, vectors as rows.</summary>
    public static Tensor row_stack(params Tensor[] tensors) => vstack(tensors);

    /// <inheritdoc cref="row_stack(Tensor[])"/>
    public static Tensor row_stack(IList<Tensor> tensors) => vstack(tensors);

    /// <summary>The tensors one behind the other: along the third dimension.</summary>
    public static Tensor dstack(params Tensor[] tensors) => Aten.Call("aten::dstack", tensors);

    /// <inheritdoc cref="dstack(Tensor[])"/>
    public static Tensor dstack(IList<Tensor> tensors) => dstack(ArrayOf(tensors));

    /// <inheritdoc cref="dstack(Tensor[])"/>
    public static Tensor dstack(IEnumerable<Tensor> tensors) => dstack(ArrayOf(tensors));

    /// <summary>The tensors side by side, vectors as columns.</summary>
    public static Tensor column_stack(params Tensor[] tensors) => Aten.Call("aten::column_stack", tensors);

    /// <inheritdoc cref="column_stack(Tensor[])"/>
    public static Tensor column_stack(IList<Tensor> tensors) => column_stack(ArrayOf(tensors));

    /// <summary>The matrix with these on its diagonal.</summary>
    public static Tensor block_diag(params Tensor[] tensors) => Aten.Call("aten::block_diag", tensors);

    /// <summary>All tuples of an element of each vector, as rows.</summary>
    public static Tensor cartesian_prod(params Tensor[] tensors) => Aten.Call("aten::cartesian_prod", tensors);

    /// <inheritdoc cref="cartesian_prod(Tensor[])"/>
    public static Tensor cartesian_prod(IList<Tensor> tensors) => cartesian_prod(ArrayOf(tensors));

    /// <summary>All choices of r elements of a vector, as rows.</summary>
    public static Tensor combinations(Tensor input, int r = 2, bool with_replacement = false) =>
        Aten.Call("aten::combinations", input, r, with_replacement);

    /// <summary>The tensors expanded to their common shape.</summary>
    public static IList<Tensor> broadcast_tensors(params Tensor[] tensors) => Aten.CallList("aten::broadcast_tensors", tensors);

    /// <summary>The shape that these broadcast to together.</summary>
    /// <exception cref="ArgumentException">Two sizes differ and neither is 1.</exception>
    public static Size broadcast_shapes(params long[][] shapes)
    {
        var result = new long[shapes.Max(shape => shape.Length)];
        Array.Fill(result, 1);
        foreach (var shape in shapes)
        {
            var start = result.Length - shape.Length;
            for (var d = 0; d < shape.Length; d++)
            {
                ref var size = ref result[start + d];
                size = size == 1 || size == shape[d] ? shape[d]
                    : shape[d] == 1 ? size
                    : throw new ArgumentException($"Sizes {size} and {shape[d]} of dimension {start + d} do not broadcast.");
            }
        }

        return new Size(result);
    }

    /// <summary>Each with at least one dimension.</summary>
    public static IEnumerable<Tensor> atleast_1d(params Tensor[] input) => Array.ConvertAll(input, tensor => tensor.atleast_1d());

    /// <summary>Each with at least two dimensions.</summary>
    public static IEnumerable<Tensor> atleast_2d(params Tensor[] input) => Array.ConvertAll(input, tensor => tensor.atleast_2d());

    /// <summary>Each with at least three dimensions.</summary>
    public static IEnumerable<Tensor> atleast_3d(params Tensor[] input) => Array.ConvertAll(input, tensor => tensor.atleast_3d());

    private static Tensor[] ArrayOf(IEnumerable<Tensor> tensors) => tensors as Tensor[] ?? tensors.ToArray();
}
