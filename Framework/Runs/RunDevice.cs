using Espalier.Recipes;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Runs;

/// <summary>The device that a recipe names.</summary>
public static class RunDevice
{
    /// <summary>The device.</summary>
    /// <exception cref="RunException">There is no such device, or this machine lacks it.</exception>
    public static Device Of(Recipe recipe)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        var parts = recipe.Device.Split(':');
        if (parts is ["cpu"])
        {
            return CPU;
        }

        var index = 0;
        if (parts is not (["cuda"] or ["cuda", _]) || (parts.Length == 2 && !int.TryParse(parts[1], System.Globalization.CultureInfo.InvariantCulture, out index)))
        {
            throw new RunException($"device: '{recipe.Device}' is no device. Use cpu, cuda or cuda:1.");
        }

        return cuda.is_available() && index >= 0 && index < cuda.device_count()
            ? new Device(DeviceType.CUDA, index)
            : throw new RunException($"device: '{recipe.Device}' is not on this machine, or this libtorch was built without CUDA. Use cpu: --set device=cpu.");
    }
}
