using System.Globalization;
using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The processor.</summary>
    public static readonly Device CPU = new(DeviceType.CPU);

    /// <summary>The current CUDA device.</summary>
    public static readonly Device CUDA = new(DeviceType.CUDA);

    /// <summary>The device without data: models of any size can be built and planned on it.</summary>
    public static readonly Device META = new(DeviceType.META);

    /// <summary>A device by name: <c>cpu</c>, <c>cuda</c>, <c>cuda:1</c>, <c>meta</c>.</summary>
    public static Device device(string description) => new(description);

    /// <summary>A device by type name and index.</summary>
    public static Device device(string deviceType, int index = -1) => new(deviceType, index);

    /// <summary>A device by type and index.</summary>
    public static Device device(DeviceType deviceType, int index = -1) => new(deviceType, index);

    /// <summary>The CUDA device with this index.</summary>
    public static Device device(int index) => new(index);

    /// <summary>Where a tensor's data lies.</summary>
    public class Device
    {
        /// <summary>From <c>type</c> or <c>type:index</c>.</summary>
        /// <exception cref="ArgumentException">No such device type, or the index is no number.</exception>
        public Device(string description)
        {
            ArgumentNullException.ThrowIfNull(description);
            var colon = description.IndexOf(':', StringComparison.Ordinal);
            type = ParseType(colon < 0 ? description : description[..colon]);
            if (colon >= 0)
            {
                index = int.TryParse(description.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    ? number
                    : throw new ArgumentException($"'{description}' is no device: after the colon stands a number, as in cuda:0");
            }
        }

        /// <summary>From a type name and an index; -1 means the current device of that type.</summary>
        public Device(string deviceType, int index = -1)
        {
            type = ParseType(deviceType);
            this.index = index;
        }

        /// <summary>From a type and an index; -1 means the current device of that type.</summary>
        public Device(DeviceType deviceType, int index = -1)
        {
            type = deviceType;
            this.index = index;
        }

        /// <summary>The CUDA device with this index.</summary>
        public Device(int index)
            : this(DeviceType.CUDA, index)
        {
        }

        /// <summary>The kind of device.</summary>
        public DeviceType type { get; }

        /// <summary>Which of the devices of that kind, or -1 for the current one.</summary>
        public int index { get; } = -1;

        /// <summary>From a name, as <see cref="device(string)"/>.</summary>
        public static implicit operator Device(string description) => new(description);

        /// <inheritdoc/>
        public override string ToString()
        {
            var name = TypeName(type);
            return type == DeviceType.CPU || index < 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}:{index}");
        }

        private static string TypeName(DeviceType type) => type switch
        {
            DeviceType.CPU => "cpu",
            DeviceType.CUDA => "cuda",
            DeviceType.MPS => "mps",
            DeviceType.META => "meta",
            _ => ((int)type).ToString(CultureInfo.InvariantCulture),
        };

        private static DeviceType ParseType(string name) =>
            Enum.TryParse<DeviceType>(name, ignoreCase: true, out var type) && Enum.IsDefined(type) && !char.IsDigit(name[0])
                ? type
                : throw new ArgumentException($"'{name}' is no device type: cpu, cuda, mps or meta is meant");
    }

    /// <summary>Makes sure that the device type can be used.</summary>
    /// <exception cref="InvalidOperationException">The installed libtorch has no such device.</exception>
    public static void InitializeDeviceType(DeviceType deviceType)
    {
        if (!TryInitializeDeviceType(deviceType))
        {
            throw new InvalidOperationException(
                $"Device type {deviceType} cannot be used: libtorch {__version__} was built without it, or the machine has no such device.");
        }
    }

    /// <summary>Whether the device type can be used.</summary>
    public static bool TryInitializeDeviceType(DeviceType deviceType) => deviceType switch
    {
        DeviceType.CPU or DeviceType.META => true,
        DeviceType.CUDA => cuda.is_available(),
        _ => false,
    };

    /// <summary>Makes sure that the device can be used, and returns it; null means the CPU.</summary>
    public static Device InitializeDevice(Device? device)
    {
        device ??= CPU;
        InitializeDeviceType(device.type);
        return device;
    }

    /// <summary>The version of the libtorch in use.</summary>
    public static unsafe string __version__ => NativeError.Text(NativeMethods.et_libtorch_version());

    /// <summary>CUDA, where libtorch has it.</summary>
    public static partial class cuda
    {
        /// <summary>Whether a CUDA device can be used.</summary>
        public static bool is_available() => NativeError.Check(NativeMethods.et_cuda_is_available()) != 0;

        /// <summary>How many CUDA devices there are; 0 without CUDA.</summary>
        public static int device_count() => NativeError.Check(NativeMethods.et_cuda_device_count());

        /// <summary>Waits until everything queued on the device is done.</summary>
        public static void synchronize(Device? device = null) => NativeError.Check(NativeMethods.et_cuda_synchronize(device?.index ?? -1));
    }

    /// <summary>Whether a CUDA device can be used.</summary>
    public static bool cuda_is_available() => cuda.is_available();

    /// <summary>Switches of the backends.</summary>
    public static partial class backends
    {
        /// <summary>Switches of CUDA.</summary>
        public static partial class cuda
        {
            /// <summary>Switches of cuBLAS.</summary>
            public static partial class matmul
            {
                /// <summary>Whether float32 matrix products may be rounded to TF32.</summary>
                public static bool allow_tf32
                {
                    get => NativeError.Check(NativeMethods.et_get_flag("cuda.matmul.allow_tf32")) != 0;
                    set => NativeError.Check(NativeMethods.et_set_flag("cuda.matmul.allow_tf32", value ? 1 : 0));
                }
            }
        }

        /// <summary>Switches of cuDNN.</summary>
        public static partial class cudnn
        {
            /// <summary>Whether float32 convolutions may be rounded to TF32.</summary>
            public static bool allow_tf32
            {
                get => NativeError.Check(NativeMethods.et_get_flag("cudnn.allow_tf32")) != 0;
                set => NativeError.Check(NativeMethods.et_set_flag("cudnn.allow_tf32", value ? 1 : 0));
            }
        }
    }
}
