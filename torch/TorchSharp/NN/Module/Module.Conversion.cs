using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <content>Other devices and dtypes; the public side is <see cref="ModuleExtensionMethods"/>.</content>
        public partial class Module
        {
            /// <summary>
            /// Converts all parameters with their gradients, and all buffers, in place: they stay the same objects, so fields and
            /// optimizers need not know. Only floating-point tensors change their dtype.
            /// </summary>
            internal void ConvertAll(ScalarType? dtype, Device? device, bool nonBlocking)
            {
                if (dtype is { } type && !is_floating_point(type))
                {
                    throw new ArgumentException(
                        $"A module can be converted to a floating-point dtype only, and {type} is not.", nameof(dtype));
                }

                if (device is { type: DeviceType.CUDA } && NativeMethods.et_cuda_is_available() == 0)
                {
                    throw new InvalidOperationException("CUDA is not available.");
                }

                using var noGradients = no_grad();
                foreach (var parameter in parameters().ToList())
                {
                    ConvertOne(parameter, dtype, device, nonBlocking);
                    using var gradient = parameter.grad;
                    if (gradient is not null)
                    {
                        ConvertOne(gradient, dtype, device, nonBlocking);
                    }
                }

                foreach (var buffer in buffers().ToList())
                {
                    ConvertOne(buffer, dtype, device, nonBlocking);
                }
            }

            private static void ConvertOne(Tensor tensor, ScalarType? dtype, Device? device, bool nonBlocking)
            {
                var type = dtype is { } wanted && tensor.is_floating_point() ? wanted : tensor.dtype;
                var place = device ?? tensor.device;
                var stays = place.type == tensor.device_type && (place.index < 0 || place.index == tensor.device_index);
                if (stays && type == tensor.dtype)
                {
                    return;
                }

                using var converted = Aten.Call("aten::_to_copy", tensor, type, Arg.None, place, Arg.None, nonBlocking);
                tensor.SetData(converted);
            }
        }
    }
}
