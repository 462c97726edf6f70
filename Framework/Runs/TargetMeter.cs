using Espalier.Accelerators;
using Espalier.Plugins;
using Espalier.Recipes;
using TorchSharp;

namespace Espalier.Runs;

/// <summary>What latency is measured with, by a recipe's <c>target</c> section.</summary>
public static class TargetMeter
{
    /// <summary>The meter; null where the recipe names no backend and its device is not the CPU.</summary>
    /// <param name="recipe">The recipe.</param>
    /// <param name="parts">Where backends come from.</param>
    /// <exception cref="RunException">The backend cannot be used on this machine.</exception>
    public static LatencyMeter? Of(Recipe recipe, IPartFactory parts)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        ArgumentNullException.ThrowIfNull(parts);
        var backend = recipe.Target.Backend is { } named ? Usable(parts.Create(named)) : null;
        return backend is null && RunDevice.Of(recipe).type != DeviceType.CPU
            ? null
            : new LatencyMeter(backend, recipe.Target.Batch, recipe.Target.Threads);
    }

    private static IAcceleratorBackend Usable(IAcceleratorBackend backend) => backend.Obstacle is { } obstacle
        ? throw new RunException($"target.backend '{backend.Name}' cannot be used here: {obstacle}")
        : backend;
}
