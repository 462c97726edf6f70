using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <content>Dropout. In place it returns another handle of its input.</content>
        public static partial class functional
        {
            /// <summary>Sets elements to zero in training, at random, and scales up the others.</summary>
            public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                inplace ? Aten.CallInPlace("aten::dropout_", input, p, training).alias() : Aten.Call("aten::dropout", input, p, training);

            /// <summary>Sets channels of [batch, channels, length] to zero in training, at random.</summary>
            public static Tensor dropout1d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                UnbatchedDropout(input, 2, p, training, inplace);

            /// <summary>Sets channels of [batch, channels, height, width] to zero in training, at random.</summary>
            public static Tensor dropout2d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                FeatureDropout(input, p, training, inplace);

            /// <summary>Sets channels of [batch, channels, depth, height, width] to zero in training, at random.</summary>
            public static Tensor dropout3d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                UnbatchedDropout(input, 4, p, training, inplace);

            /// <summary>Dropout for self-normalising networks: keeps mean and variance.</summary>
            public static Tensor alpha_dropout(Tensor input, double p = 0.5, bool training = false, bool inplace = false) =>
                inplace
                    ? Aten.CallInPlace("aten::alpha_dropout_", input, p, training).alias()
                    : Aten.Call("aten::alpha_dropout", input, p, training);

            /// <summary>Dropout of channels for self-normalising networks.</summary>
            public static Tensor feature_alpha_dropout(Tensor input, double p = 0.5, bool training = false, bool inplace = false) =>
                inplace
                    ? Aten.CallInPlace("aten::feature_alpha_dropout_", input, p, training).alias()
                    : Aten.Call("aten::feature_alpha_dropout", input, p, training);

            private static Tensor FeatureDropout(Tensor input, double p, bool training, bool inplace) => inplace
                ? Aten.CallInPlace("aten::feature_dropout_", input, p, training).alias()
                : Aten.Call("aten::feature_dropout", input, p, training);

            /// <summary>
            /// An input without a batch gets one for the time being: libtorch takes the second dimension for the channels.
            /// </summary>
            private static Tensor UnbatchedDropout(Tensor input, int unbatched, double p, bool training, bool inplace)
            {
                if (input.ndim != unbatched)
                {
                    return FeatureDropout(input, p, training, inplace);
                }

                using var batch = Aten.Call("aten::unsqueeze", input, 0);
                using var result = FeatureDropout(batch, p, training, inplace);
                return inplace ? input.alias() : Aten.Call("aten::squeeze.dim", result, 0);
            }
        }
    }
}
