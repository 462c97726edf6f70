using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <content>A tensor cut into several; the parts are views.</content>
    public partial class Tensor
    {
        /// <summary>Parts of the size along the dimension; the last may be smaller.</summary>
        public Tensor[] split(long size, int dim = 0) => Aten.CallList("aten::split.Tensor", this, size, dim);

        /// <summary>Parts of these sizes along the dimension.</summary>
        public Tensor[] split(long[] sizes, long dim = 0) => Aten.CallList("aten::split_with_sizes", this, sizes, dim);

        /// <summary>Parts of these sizes along the first dimension.</summary>
        public Tensor[] split(params long[] sizes) => split(sizes, 0L);

        /// <summary>At most so many parts of equal size; the last may be smaller.</summary>
        public Tensor[] chunk(long chunks, long dim = 0) => Aten.CallList("aten::chunk", this, chunks, dim);

        /// <summary>So many parts of nearly equal size.</summary>
        public Tensor[] tensor_split(long size, long dim = 0) => Aten.CallList("aten::tensor_split.sections", this, size, dim);

        /// <summary>The parts between these indices.</summary>
        public Tensor[] tensor_split(long[] sizes, long dim = 0) => Aten.CallList("aten::tensor_split.indices", this, sizes, dim);

        /// <summary>The parts between these indices, or so many parts.</summary>
        public Tensor[] tensor_split(Tensor indices, long dim = 0) =>
            Aten.CallList("aten::tensor_split.tensor_indices_or_sections", this, indices, dim);

        /// <summary>So many equal parts along the second dimension.</summary>
        public Tensor[] hsplit(long size) => Aten.CallList("aten::hsplit.int", this, size);

        /// <summary>The parts between these indices along the second dimension.</summary>
        public Tensor[] hsplit(params long[] sizes) => Aten.CallList("aten::hsplit.array", this, sizes);

        /// <summary>The parts between these indices along the second dimension.</summary>
        public Tensor[] hsplit(Tensor indices) => hsplit(ToIndices(indices));

        /// <summary>So many equal parts along the first dimension.</summary>
        public Tensor[] vsplit(long size) => Aten.CallList("aten::vsplit.int", this, size);

        /// <summary>The parts between these indices along the first dimension.</summary>
        public Tensor[] vsplit(params long[] sizes) => Aten.CallList("aten::vsplit.array", this, sizes);

        /// <summary>The parts between these indices along the first dimension.</summary>
        public Tensor[] vsplit(Tensor indices) => vsplit(ToIndices(indices));

        /// <summary>So many equal parts along the third dimension.</summary>
        public Tensor[] dsplit(long size) => Aten.CallList("aten::dsplit.int", this, size);

        /// <summary>The parts between these indices along the third dimension.</summary>
        public Tensor[] dsplit(params long[] sizes) => Aten.CallList("aten::dsplit.array", this, sizes);

        /// <summary>The parts between these indices along the third dimension.</summary>
        public Tensor[] dsplit(Tensor indices) => dsplit(ToIndices(indices));

        /// <summary>All slices along the dimension.</summary>
        public Tensor[] unbind(long dimension = 0) => Aten.CallList("aten::unbind.int", this, dimension);

        private static long[] ToIndices(Tensor indices)
        {
            using var integers = indices.to_type(ScalarType.Int64);
            using var values = integers.data<long>();
            return values.ToArray();
        }
    }
}
