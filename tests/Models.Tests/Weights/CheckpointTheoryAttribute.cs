namespace Espalier.Models.Tests.Weights;

/// <summary>A test over published checkpoints: skipped where they are not to be had.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CheckpointTheoryAttribute : TheoryAttribute
{
    public CheckpointTheoryAttribute()
    {
        if (Folder is not { } folder || !Directory.Exists(folder))
        {
            Skip = "Needs ESPALIER_DATA with cifar10-resnet in it.";
        }
    }

    /// <summary>Where they are; null if that is not said.</summary>
    public static string? Folder => Environment.GetEnvironmentVariable("ESPALIER_DATA") is { Length: > 0 } data ? Path.Combine(data, "cifar10-resnet") : null;
}
