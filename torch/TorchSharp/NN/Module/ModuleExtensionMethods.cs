using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// Moves modules to other devices and converts them to other dtypes, in place and with their gradients. A dtype is for floating-point
/// parameters and buffers; others keep theirs.
/// </summary>
public static class ModuleExtensionMethods
{
    /// <summary>Converts the module to a floating-point dtype.</summary>
    public static T to<T>(this T module, ScalarType type, bool non_blocking = false)
        where T : nn.Module => Convert(module, type, null, non_blocking);

    /// <summary>Moves the module to a device and converts it to a floating-point dtype.</summary>
    public static T to<T>(this T module, Device device, ScalarType type, bool non_blocking = false)
        where T : nn.Module => Convert(module, type, device, non_blocking);

    /// <summary>Moves the module to a device.</summary>
    public static T to<T>(this T module, DeviceType deviceType, int deviceIndex = -1, bool non_blocking = false)
        where T : nn.Module => Convert(module, null, new Device(deviceType, deviceIndex), non_blocking);

    /// <summary>Moves the module to a device.</summary>
    public static T to<T>(this T module, Device device, bool non_blocking = false)
        where T : nn.Module => Convert(module, null, device, non_blocking);

    /// <summary>Moves the module to a device: <c>cpu</c>, <c>cuda</c>, <c>cuda:1</c>.</summary>
    public static T to<T>(this T module, string device, bool non_blocking = false)
        where T : nn.Module => Convert(module, null, new Device(device), non_blocking);

    /// <summary>Gives the module the device and dtype of a tensor.</summary>
    public static T to<T>(this T module, Tensor other, bool non_blocking = false)
        where T : nn.Module => Convert(module, other.dtype, other.device, non_blocking);

    /// <summary>Moves the module to main memory.</summary>
    public static T cpu<T>(this T module, bool non_blocking = false)
        where T : nn.Module => Convert(module, null, CPU, non_blocking);

    /// <summary>Moves the module to a CUDA device.</summary>
    public static T cuda<T>(this T module, int deviceIndex = -1, bool non_blocking = false)
        where T : nn.Module => Convert(module, null, new Device(DeviceType.CUDA, deviceIndex), non_blocking);

    /// <summary>Converts the module to half precision.</summary>
    public static T half<T>(this T module, bool non_blocking = false)
        where T : nn.Module => Convert(module, ScalarType.Float16, null, non_blocking);

    /// <summary>Converts the module to brain floating point.</summary>
    public static T bfloat16<T>(this T module, bool non_blocking = false)
        where T : nn.Module => Convert(module, ScalarType.BFloat16, null, non_blocking);

    /// <summary>Converts the module to single precision.</summary>
    public static T @float<T>(this T module, bool non_blocking = false)
        where T : nn.Module => Convert(module, ScalarType.Float32, null, non_blocking);

    /// <summary>Converts the module to double precision.</summary>
    public static T @double<T>(this T module, bool non_blocking = false)
        where T : nn.Module => Convert(module, ScalarType.Float64, null, non_blocking);

    private static T Convert<T>(T module, ScalarType? dtype, Device? device, bool nonBlocking)
        where T : nn.Module
    {
        module.ConvertAll(dtype, device, nonBlocking);
        return module;
    }
}
