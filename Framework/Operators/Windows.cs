namespace Espalier.Operators;

/// <summary>Sizes of what windows leave, for convolutions and pooling.</summary>
internal static class Windows
{
    /// <summary>How many windows fit.</summary>
    /// <param name="size">The size of the dimension.</param>
    /// <param name="kernel">The positions that a window takes.</param>
    /// <param name="stride">The step from one window to the next.</param>
    /// <param name="padding">What is added at both ends.</param>
    /// <param name="dilation">The step within a window.</param>
    /// <param name="ceiling">Whether a window that hangs over the end counts, if it begins inside.</param>
    /// <exception cref="ArgumentException">None fits.</exception>
    public static long Count(long size, long kernel, long stride, long padding, long dilation, bool ceiling = false)
    {
        if (stride <= 0)
        {
            throw new ArgumentException($"the stride is {stride}; it must be positive.");
        }

        var free = size + (2 * padding) - (dilation * (kernel - 1)) - 1;
        if (free < 0)
        {
            throw new ArgumentException(
                $"a window of {kernel} positions (step {dilation}) does not fit into a size of {size} with padding {padding} at both ends.");
        }

        var count = (free + (ceiling ? stride - 1 : 0)) / stride;
        return ceiling && count * stride >= size + padding ? count : count + 1;
    }
}
