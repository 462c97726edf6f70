using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>The base of losses with two arguments.</summary>
/// <param name="reduction">What becomes of the losses of all elements.</param>
public abstract class Loss<T1, T2, TResult>(nn.Reduction reduction = nn.Reduction.Mean) : nn.Module<T1, T2, TResult>("")
{
    /// <summary>What becomes of the losses of all elements.</summary>
    public nn.Reduction reduction { get; } = reduction;
}

/// <summary>The base of losses with three arguments.</summary>
/// <param name="reduction">What becomes of the losses of all elements.</param>
public abstract class Loss<T1, T2, T3, TResult>(nn.Reduction reduction = nn.Reduction.Mean) : nn.Module<T1, T2, T3, TResult>("")
{
    /// <summary>What becomes of the losses of all elements.</summary>
    public nn.Reduction reduction { get; } = reduction;
}

/// <summary>The base of losses with four arguments.</summary>
/// <param name="reduction">What becomes of the losses of all elements.</param>
public abstract class Loss<T1, T2, T3, T4, TResult>(nn.Reduction reduction = nn.Reduction.Mean) : nn.Module<T1, T2, T3, T4, TResult>("")
{
    /// <summary>What becomes of the losses of all elements.</summary>
    public nn.Reduction reduction { get; } = reduction;
}
