namespace TorchSharp;

public static partial class torch
{
    /// <summary>The style of <see cref="TensorStringStyle.Julia"/>.</summary>
    public const TensorStringStyle julia = TorchSharp.TensorStringStyle.Julia;

    /// <summary>The style of <see cref="TensorStringStyle.Numpy"/>.</summary>
    public const TensorStringStyle numpy = TorchSharp.TensorStringStyle.Numpy;

    internal static string floatFormat = "g5";
    internal static int lineWidth = 100;
    internal static string newLine = Environment.NewLine;
    private static TensorStringStyle style = julia;

    /// <summary>The style where none is asked for.</summary>
    /// <exception cref="ArgumentException">The default cannot be <see cref="TensorStringStyle.Default"/>.</exception>
    public static TensorStringStyle TensorStringStyle
    {
        get => style;
        set => style = value != TorchSharp.TensorStringStyle.Default
            ? value
            : throw new ArgumentException("The default style must be one of its own.", nameof(value));
    }

    /// <summary>Sets how tensors are shown; what is not given stays as it is.</summary>
    /// <param name="style">The style where none is asked for.</param>
    /// <param name="floatFormat">A .NET format for floating-point numbers.</param>
    /// <param name="linewidth">Where lines are broken.</param>
    /// <param name="newLine">What separates lines.</param>
    public static void set_printoptions(
        TensorStringStyle? style = null, string? floatFormat = null, int? linewidth = null, string? newLine = null)
    {
        TensorStringStyle = style ?? TensorStringStyle;
        torch.floatFormat = floatFormat ?? torch.floatFormat;
        lineWidth = linewidth ?? lineWidth;
        torch.newLine = newLine ?? torch.newLine;
    }

    /// <summary>Sets how tensors are shown; what is not given stays as it is.</summary>
    /// <param name="precision">Digits after the decimal point.</param>
    /// <param name="linewidth">Where lines are broken.</param>
    /// <param name="newLine">What separates lines.</param>
    /// <param name="sci_mode">Scientific notation.</param>
    public static void set_printoptions(int precision, int? linewidth = null, string? newLine = null, bool sci_mode = false) =>
        set_printoptions(null, (sci_mode ? "E" : "F") + precision, linewidth, newLine);
}
