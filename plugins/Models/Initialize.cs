using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace Espalier.Models;

/// <summary>The starting weights that the models' papers train from; what is not named here keeps PyTorch's defaults.</summary>
internal static class Initialize
{
    /// <summary>He's normal distribution over what goes out, for networks of convolutions and ReLU.</summary>
    public static void Convolutions(Module model)
    {
        foreach (var convolution in model.modules().OfType<Conv2d>())
        {
            init.kaiming_normal_(convolution.weight, 0, init.FanInOut.FanOut, init.NonlinearityType.ReLU);
            Zero(convolution.bias);
        }
    }

    /// <summary>A normal distribution of deviation 0.02 for linear layers and tables, zero for biases.</summary>
    public static void Transformer(Module model, params Parameter[] tables)
    {
        foreach (var linear in model.modules().OfType<Linear>())
        {
            init.normal_(linear.weight, 0, 0.02);
            Zero(linear.bias);
        }

        foreach (var table in tables)
        {
            init.normal_(table, 0, 0.02);
        }
    }

    private static void Zero(Parameter? bias)
    {
        if (bias is not null)
        {
            init.zeros_(bias);
        }
    }
}
