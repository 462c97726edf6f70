using TorchSharp.Modules;
using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What is done with all parameters of a model at once.</summary>
        public static partial class utils
        {
            /// <summary>Scales all gradients down so that their common norm is at most a given one.</summary>
            /// <param name="tensors">The parameters; those without gradients do not count.</param>
            /// <param name="max_norm">The greatest norm.</param>
            /// <param name="norm_type">The norm's exponent, which may be infinite.</param>
            /// <returns>The norm before.</returns>
            public static double clip_grad_norm_(IEnumerable<Parameter> tensors, double max_norm, double norm_type = 2)
            {
                using var scope = NewDisposeScope();
                using var noGradients = no_grad();
                var gradients = Gradients(tensors);
                if (gradients.Length == 0)
                {
                    return 0;
                }

                var place = gradients[0].device;
                var norms = Array.ConvertAll(
                    gradients,
                    gradient => Aten.Call("aten::to.dtype_layout", Norm(gradient, norm_type), Arg.None, Arg.None, place));
                var total = Norm(Aten.Call("aten::stack", norms), norm_type).ToDouble();
                var factor = max_norm / (total + 1E-06);
                if (factor < 1)
                {
                    foreach (var gradient in gradients)
                    {
                        Aten.CallInPlace("aten::mul_.Scalar", gradient, factor);
                    }
                }

                return total;
            }

            /// <summary>Limits all gradients' elements to a range around zero.</summary>
            /// <param name="tensors">The parameters; those without gradients do not count.</param>
            /// <param name="clip_value">The greatest absolute value.</param>
            public static void clip_grad_value_(IEnumerable<Parameter> tensors, double clip_value)
            {
                using var scope = NewDisposeScope();
                using var noGradients = no_grad();
                foreach (var gradient in Gradients(tensors))
                {
                    Aten.CallInPlace("aten::clamp_", gradient, -clip_value, clip_value);
                }
            }

            /// <summary>All elements of all parameters, one after the other.</summary>
            public static Tensor parameters_to_vector(IEnumerable<Parameter> tensors)
            {
                using var scope = NewDisposeScope();
                var parts = tensors.Select(tensor => Aten.Call("aten::reshape", tensor, new long[] { -1 })).ToArray();
                return Aten.Call("aten::cat", parts).MoveToOuterDisposeScope();
            }

            /// <summary>Copies the elements of a vector into the parameters, one after the other.</summary>
            /// <param name="vec">As many elements as all parameters have.</param>
            /// <param name="tensors">The parameters.</param>
            /// <exception cref="ArgumentException">There are more elements, or fewer; nothing was changed.</exception>
            public static void vector_to_parameters(Tensor vec, IEnumerable<Parameter> tensors)
            {
                using var scope = NewDisposeScope();
                using var noGradients = no_grad();
                var all = tensors.ToArray();
                var sizes = Array.ConvertAll(all, tensor => tensor.numel());
                if (vec.ndim != 1 || vec.numel() != sizes.Sum())
                {
                    throw new ArgumentException($"The parameters have {sizes.Sum()} elements, and the vector is {vec}.", nameof(vec));
                }

                var parts = Aten.CallList("aten::split_with_sizes", vec, sizes);
                foreach (var (part, target) in parts.Zip(all))
                {
                    Aten.CallInPlace("aten::copy_", target, Aten.Call("aten::view", part, target.shape));
                }
            }

            private static Tensor[] Gradients(IEnumerable<Parameter> tensors) =>
                [.. tensors.Select(tensor => tensor.grad).OfType<Tensor>()];

            private static Tensor Norm(Tensor tensor, double p) => Aten.Call("aten::norm.Scalar", tensor, p);
        }
    }
}
