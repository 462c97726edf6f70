using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <content>Padding.</content>
        public static partial class functional
        {
            /// <summary>Adds to the sides of a tensor; negative numbers cut off.</summary>
            /// <param name="input">What is padded.</param>
            /// <param name="pad">Before and after the last dimension, before and after the one before it, and so on.</param>
            /// <param name="mode">What is added.</param>
            /// <param name="value">The value, where one is added.</param>
            public static Tensor pad(Tensor input, long[] pad, PaddingModes mode = PaddingModes.Constant, double value = 0) => mode switch
            {
                PaddingModes.Constant => Aten.Call("aten::constant_pad_nd", input, pad, value),
                PaddingModes.Zeros => Aten.Call("aten::constant_pad_nd", input, pad, 0),
                PaddingModes.Reflect => Aten.Call("aten::pad", input, pad, "reflect"),
                PaddingModes.Replicate => Aten.Call("aten::pad", input, pad, "replicate"),
                PaddingModes.Circular => Aten.Call("aten::pad", input, pad, "circular"),
                _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "There is no such padding."),
            };

            /// <summary>Adds to the sides of the last dimension.</summary>
            public static Tensor pad(Tensor input, (long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, Sizes(pad), mode, value);

            /// <summary>Adds to the sides of the last two dimensions: left, right, top, bottom.</summary>
            public static Tensor pad(
                Tensor input, (long, long, long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, [pad.Item1, pad.Item2, pad.Item3, pad.Item4], mode, value);

            /// <summary>Adds the same to both sides of all dimensions.</summary>
            public static Tensor pad(Tensor input, long pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, [.. Enumerable.Repeat(pad, 2 * (int)input.ndim)], mode, value);
        }
    }
}
