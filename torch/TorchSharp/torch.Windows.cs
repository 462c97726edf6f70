using TorchSharp.Native;

namespace TorchSharp;

/// <content>Windows of signals.</content>
public static partial class torch
{
    /// <summary>The Hann window; periodic for spectra, symmetric for filters.</summary>
    public static Tensor hann_window(
        long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Finish(Aten.Call("aten::hann_window.periodic", len, periodic, dtype ?? defaultType, Arg.None, Usable(device)), requires_grad);

    /// <summary>The Hamming window; periodic for spectra, symmetric for filters.</summary>
    public static Tensor hamming_window(
        long len, bool periodic = true, float alpha = 0.54f, float beta = 0.46f, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Finish(
            Aten.Call(
                "aten::hamming_window.periodic_alpha_beta", len, periodic, alpha, beta, dtype ?? defaultType, Arg.None, Usable(device)),
            requires_grad);

    /// <summary>The Bartlett window; periodic for spectra, symmetric for filters.</summary>
    public static Tensor bartlett_window(
        long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Finish(Aten.Call("aten::bartlett_window.periodic", len, periodic, dtype ?? defaultType, Arg.None, Usable(device)), requires_grad);

    /// <summary>The Blackman window; periodic for spectra, symmetric for filters.</summary>
    public static Tensor blackman_window(
        long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Finish(Aten.Call("aten::blackman_window.periodic", len, periodic, dtype ?? defaultType, Arg.None, Usable(device)), requires_grad);

    /// <summary>The Kaiser window; periodic for spectra, symmetric for filters.</summary>
    public static Tensor kaiser_window(
        long len, bool periodic = true, float beta = 12, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Finish(Aten.Call("aten::kaiser_window.beta", len, periodic, beta, dtype ?? defaultType, Arg.None, Usable(device)), requires_grad);
}
