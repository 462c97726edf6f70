namespace TorchSharp;

public static partial class torch
{
    /// <summary>One part of an index expression, as in Python's <c>x[1, :, None, mask]</c>.</summary>
    public readonly struct TensorIndex
    {
        private TensorIndex(TensorIndexKind kind, long? start = null, long? stop = null, long? step = null, Tensor? tensor = null)
        {
            Kind = kind;
            Start = start;
            Stop = stop;
            Step = step;
            IndexTensor = tensor;
        }

        /// <summary>As many whole dimensions as are left.</summary>
        public static TensorIndex Ellipsis { get; } = new(TensorIndexKind.Ellipsis);

        /// <summary>A new dimension of size one.</summary>
        public static TensorIndex None { get; } = new(TensorIndexKind.NewDimension);

        /// <summary>A new dimension of size one.</summary>
        public static TensorIndex Null { get; } = new(TensorIndexKind.NewDimension);

        /// <summary>A whole dimension.</summary>
        public static TensorIndex Colon { get; } = Slice();

        internal TensorIndexKind Kind { get; }

        internal long? Start { get; }

        internal long? Stop { get; }

        internal long? Step { get; }

        internal Tensor? IndexTensor { get; }

        /// <summary>From start (included) to stop (excluded) by step; negative bounds count from the end.</summary>
        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null) =>
            new(TensorIndexKind.Slice, start, stop, step);

        /// <summary>From start (included) to end (excluded).</summary>
        public static TensorIndex Slice((int? start, int? end) range) => Slice(range.start, range.end);

        /// <summary>A C# range: <c>1..^1</c>.</summary>
        public static TensorIndex Slice(Range range) => Slice(Position(range.Start), Position(range.End));

        /// <summary>True keeps everything under a new dimension of size one; false gives a dimension of size zero.</summary>
        public static TensorIndex Bool(bool value) => new(TensorIndexKind.Bool, value ? 1 : 0);

        /// <summary>One position; its dimension goes away.</summary>
        public static TensorIndex Single(long? index) => new(TensorIndexKind.Single, index);

        /// <summary>Positions, or a mask of booleans.</summary>
        public static TensorIndex Tensor(Tensor tensor) => new(TensorIndexKind.Tensor, tensor: tensor);

        /// <summary>One position.</summary>
        public static implicit operator TensorIndex(long value) => Single(value);

        /// <summary>From start (included) to end (excluded).</summary>
        public static implicit operator TensorIndex((int? start, int? end) range) => Slice(range);

        /// <summary>A C# range.</summary>
        public static implicit operator TensorIndex(Range range) => Slice(range);

        /// <summary>
        /// Never succeeds. That it exists makes <c>x.index(1, 2)</c> mean index expressions, not tensors, as with TorchSharp; tensors among
        /// index expressions are written <see cref="Tensor(torch.Tensor)"/>.
        /// </summary>
        /// <exception cref="InvalidOperationException">Always.</exception>
        public static implicit operator Tensor(TensorIndex value) => throw new InvalidOperationException(
            "An index expression is no tensor. Where both stand in one index, write TensorIndex.Tensor(...) for the tensors.");

        // ^0 is the end itself, which a slice writes as "no bound".
        private static long? Position(Index index) => !index.IsFromEnd ? index.Value : index.Value == 0 ? null : -index.Value;
    }

    internal enum TensorIndexKind
    {
        Single,
        Slice,
        Ellipsis,
        NewDimension,
        Bool,
        Tensor,
    }
}
