namespace TorchSharp;

public static partial class torch
{
    /// <summary>Records no gradients on this thread until the result is disposed of.</summary>
    public static IDisposable no_grad() => new AutoGradMode(false);

    /// <summary>Records gradients on this thread until the result is disposed of.</summary>
    public static IDisposable enable_grad(bool enabled = true) => new AutoGradMode(enabled);

    /// <summary>Sets whether gradients are recorded on this thread until the result is disposed of.</summary>
    public static IDisposable set_grad_enabled(bool mode = true) => new AutoGradMode(mode);

    /// <summary>Whether gradients are recorded on this thread.</summary>
    public static bool is_grad_enabled() => AutoGradMode.IsEnabled;

    /// <summary>No gradients, no version counters: the fastest mode, whose tensors never enter a graph, until the result is disposed of.</summary>
    public static IDisposable inference_mode(bool mode = true) => new InferenceMode(mode);

    /// <summary>Whether this thread is in inference mode.</summary>
    public static bool is_inference_mode_enabled() => InferenceMode.IsEnabled;
}
