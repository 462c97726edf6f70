using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Espalier.Models;

/// <summary>Linear layers with ReLU between them; what comes in is flattened first.</summary>
[PrunableModel]
public sealed partial class Mlp : Module<Tensor, Tensor>
{
    private readonly ModuleList<Linear> layers;

    /// <summary>A network with one layer between each two widths.</summary>
    /// <param name="widths">The number of inputs, of hidden units, and of classes: <c>784, 300, 100, 10</c>.</param>
    public Mlp(params int[] widths)
        : base(nameof(Mlp))
    {
        ArgumentNullException.ThrowIfNull(widths);
        if (widths.Length < 2)
        {
            throw new ArgumentException("A network needs the number of its inputs and of its outputs.", nameof(widths));
        }

        layers = ModuleList(widths.Zip(widths.Skip(1), (inputs, outputs) => Linear(inputs, outputs)).ToArray());
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var x = input.flatten(1);
        for (var i = 0; i < layers.Count - 1; i++)
        {
            x = functional.relu(layers[i].forward(x));
        }

        return layers[layers.Count - 1].forward(x).MoveToOuterDisposeScope();
    }
}
