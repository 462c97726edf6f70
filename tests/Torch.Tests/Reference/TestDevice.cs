using TorchSharp;

namespace Espalier.Torch.Tests.Reference;

/// <summary>The device that the tests run on: ESPALIER_TEST_DEVICE, or the CPU.</summary>
internal static class TestDevice
{
    /// <summary>The device.</summary>
    public static torch.Device Current { get; } = Choose();

    private static torch.Device Choose()
    {
        var device = torch.device(Environment.GetEnvironmentVariable("ESPALIER_TEST_DEVICE") ?? "cpu");
        if (device.type == DeviceType.CUDA)
        {
            // TF32 keeps ten bits of the mantissa; the bounds of these tests are those of full float32.
            torch.backends.cuda.matmul.allow_tf32 = false;
            torch.backends.cudnn.allow_tf32 = false;
        }

        return device;
    }
}
