using TorchSharp.Modules;
using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Fills tensors with first values, in place and without autograd. Random ones are PyTorch's for the same seed.</summary>
        public static partial class init
        {
            /// <summary>Fills the tensor with ones.</summary>
            public static Tensor ones_(Tensor tensor) => constant_(tensor, 1);

            /// <summary>Fills the tensor with zeros.</summary>
            public static Tensor zeros_(Tensor tensor) => constant_(tensor, 0);

            /// <summary>Fills the tensor with one value.</summary>
            public static Tensor constant_(Tensor tensor, Scalar val) => Unrecorded("aten::fill_.Scalar", tensor, val);

            /// <summary>Fills a matrix with the identity.</summary>
            public static Tensor eye_(Tensor tensor)
            {
                CheckDimensions(tensor, 2, 2);
                zeros_(tensor);
                FillDiagonal(tensor);
                return tensor;
            }

            /// <summary>Makes a convolution's weight one that passes its input on, as far as there are channels.</summary>
            public static Tensor dirac_(Tensor tensor)
            {
                CheckDimensions(tensor, 3, 5);
                using var scope = NewDisposeScope();
                zeros_(tensor);
                var center = tensor;
                foreach (var size in tensor.shape.AsSpan(2))
                {
                    center = Aten.Call("aten::select.int", center, 2, size / 2);
                }

                FillDiagonal(center);
                return tensor;
            }

            /// <summary>Fills the tensor from the uniform distribution between two bounds.</summary>
            public static Tensor uniform_(Tensor tensor, double low = 0, double high = 1, Generator? generator = null) =>
                Unrecorded("aten::uniform_", tensor, low, high, generator);

            /// <summary>Fills the tensor from a normal distribution.</summary>
            public static Tensor normal_(Tensor tensor, double mean = 0, double std = 1, Generator? generator = null) =>
                Unrecorded("aten::normal_", tensor, mean, std, generator);

            /// <summary>Fills the tensor from a normal distribution that is cut off at two bounds.</summary>
            public static Tensor trunc_normal_(
                Tensor tensor, double mean = 0, double std = 1, double a = -2, double b = 2, Generator? generator = null)
            {
                // By the inverse of the distribution function, with the uniform part between the bounds' images.
                uniform_(tensor, Erf((a - mean) / std / Math.Sqrt(2)), Erf((b - mean) / std / Math.Sqrt(2)), generator);
                Unrecorded("aten::erfinv_", tensor);
                Unrecorded("aten::mul_.Scalar", tensor, std * Math.Sqrt(2));
                Unrecorded("aten::add_.Scalar", tensor, mean);
                return Unrecorded("aten::clamp_", tensor, a, b);
            }

            /// <summary>Kaiming He's uniform initialisation, for layers before rectified linear units.</summary>
            /// <param name="tensor">A weight of two dimensions or more.</param>
            /// <param name="a">The negative slope of the leaky units behind the layer.</param>
            /// <param name="mode">Whether the variance is kept forwards or backwards.</param>
            /// <param name="nonlinearity">The function behind the layer.</param>
            public static Tensor kaiming_uniform_(
                Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn, NonlinearityType nonlinearity = NonlinearityType.LeakyReLU)
            {
                if (tensor.numel() == 0)
                {
                    return tensor;
                }

                var bound = Math.Sqrt(3.0) * KaimingDeviation(tensor, a, mode, nonlinearity);
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>Kaiming He's normal initialisation, for layers before rectified linear units.</summary>
            /// <param name="tensor">A weight of two dimensions or more.</param>
            /// <param name="a">The negative slope of the leaky units behind the layer.</param>
            /// <param name="mode">Whether the variance is kept forwards or backwards.</param>
            /// <param name="nonlinearity">The function behind the layer.</param>
            public static Tensor kaiming_normal_(
                Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn, NonlinearityType nonlinearity = NonlinearityType.LeakyReLU) =>
                tensor.numel() == 0 ? tensor : normal_(tensor, 0, KaimingDeviation(tensor, a, mode, nonlinearity));

            /// <summary>Xavier Glorot's uniform initialisation.</summary>
            public static Tensor xavier_uniform_(Tensor tensor, double gain = 1)
            {
                var bound = Math.Sqrt(3.0) * XavierDeviation(tensor, gain);
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>Xavier Glorot's normal initialisation.</summary>
            public static Tensor xavier_normal_(Tensor tensor, double gain = 1) => normal_(tensor, 0, XavierDeviation(tensor, gain));

            /// <summary>Xavier Glorot's uniform initialisation.</summary>
            public static Tensor glorot_uniform_(Tensor tensor, double gain = 1) => xavier_uniform_(tensor, gain);

            /// <summary>Xavier Glorot's normal initialisation.</summary>
            public static Tensor glorot_normal_(Tensor tensor, double gain = 1) => xavier_normal_(tensor, gain);

            /// <summary>Fills the tensor, seen as a matrix of its first dimension, with orthogonal rows or columns.</summary>
            public static Tensor orthogonal_(Tensor tensor, double gain = 1)
            {
                CheckDimensions(tensor, 2, long.MaxValue);
                if (tensor.numel() == 0)
                {
                    return tensor;
                }

                using var scope = NewDisposeScope();
                using var noGradients = no_grad();
                var rows = tensor.shape[0];
                var columns = tensor.numel() / rows;
                var random = Aten.Call("aten::empty.memory_format", new[] { rows, columns }, tensor.dtype, Arg.None, tensor.device);
                normal_(random);
                var (q, r) = Aten.Call2("aten::linalg_qr", rows < columns ? Aten.Call("aten::t", random) : random);

                // The signs make the decomposition unique, and with it the distribution uniform.
                q = Aten.Call("aten::mul.Tensor", q, Aten.Call("aten::sign", Aten.Call("aten::diagonal", r)));
                q = rows < columns ? Aten.Call("aten::t", q) : q;
                Aten.CallInPlace("aten::copy_", tensor, Aten.Call("aten::reshape", q, tensor.shape));
                return Aten.CallInPlace("aten::mul_.Scalar", tensor, gain);
            }

            /// <summary>Fills a matrix from a normal distribution, with a share of zeros in each column.</summary>
            public static Tensor sparse_(Tensor tensor, double sparsity, double std = 0.01)
            {
                CheckDimensions(tensor, 2, 2);
                using var scope = NewDisposeScope();
                using var noGradients = no_grad();
                var (rows, columns) = (tensor.shape[0], tensor.shape[1]);
                var zeros = (long)Math.Ceiling(sparsity * rows);
                normal_(tensor, 0, std);
                for (var column = 0L; column < columns; column++)
                {
                    var order = Aten.Call("aten::randperm", rows, ScalarType.Int64, Arg.None, tensor.device);
                    var chosen = Aten.Call("aten::slice.Tensor", order, 0, 0, zeros);
                    Aten.CallInPlace("aten::index_fill_.int_Scalar", Aten.Call("aten::select.int", tensor, 1, column), 0, chosen, 0);
                }

                return tensor;
            }

            /// <summary>The factor that makes up for what a function takes away from the variance.</summary>
            /// <param name="nonlinearity">The function.</param>
            /// <param name="param">The negative slope, for leaky units.</param>
            public static double calculate_gain(NonlinearityType nonlinearity, double param = 0) => nonlinearity switch
            {
                NonlinearityType.Tanh => 5.0 / 3.0,
                NonlinearityType.ReLU => Math.Sqrt(2.0),
                NonlinearityType.LeakyReLU => Math.Sqrt(2.0 / (1 + param * param)),
                _ => 1.0,
            };

            /// <summary>How many inputs an output of a layer with this weight depends on, and the other way round.</summary>
            public static (long fanIn, long fanOut) CalculateFanInAndFanOut(Tensor tensor)
            {
                CheckDimensions(tensor, 2, long.MaxValue);
                var shape = tensor.shape;
                var field = shape.Skip(2).TotalSize();
                return (shape[1] * field, shape[0] * field);
            }

            /// <summary>A parameter whose values are still undefined.</summary>
            internal static Parameter NewParameter(long[] shape, Device? device, ScalarType? dtype) =>
                new(Aten.Call("aten::empty.memory_format", shape, dtype ?? get_default_dtype(), Arg.None, device));

            /// <summary>The first values of a layer with weights and perhaps a bias, as PyTorch draws them.</summary>
            internal static void ResetLayer(Tensor weight, Tensor? bias)
            {
                kaiming_uniform_(weight, Math.Sqrt(5));
                if (bias is not null && CalculateFanInAndFanOut(weight).fanIn is var fanIn and > 0)
                {
                    var bound = 1 / Math.Sqrt(fanIn);
                    uniform_(bias, -bound, bound);
                }
            }

            private static double KaimingDeviation(Tensor tensor, double a, FanInOut mode, NonlinearityType nonlinearity)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                return calculate_gain(nonlinearity, a) / Math.Sqrt(mode == FanInOut.FanIn ? fanIn : fanOut);
            }

            private static double XavierDeviation(Tensor tensor, double gain)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                return gain * Math.Sqrt(2.0 / (fanIn + fanOut));
            }

            private static double Erf(double x)
            {
                using var number = Aten.Call("aten::scalar_tensor", x, ScalarType.Float64);
                using var result = Aten.Call("aten::erf", number);
                return result.ToDouble();
            }

            private static void FillDiagonal(Tensor matrix)
            {
                using var diagonal = Aten.Call("aten::diagonal", matrix);
                ones_(diagonal);
            }

            private static Tensor Unrecorded(string name, params ReadOnlySpan<Arg> arguments)
            {
                using var noGradients = no_grad();
                return Aten.CallInPlace(name, arguments);
            }

            private static void CheckDimensions(Tensor tensor, long minimum, long maximum)
            {
                if (tensor.ndim < minimum || tensor.ndim > maximum)
                {
                    var range = (maximum - minimum) switch
                    {
                        0 => $"{minimum}",
                        > 100 => $"{minimum} or more",
                        _ => $"{minimum} to {maximum}"
                    };
                    throw new ArgumentException($"The tensor must have {range} dimensions: {tensor}.", nameof(tensor));
                }
            }
        }
    }
}
