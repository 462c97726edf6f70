using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Espalier.Models;

/// <summary>Layers that each see what all layers before them made, and the block's own input.</summary>
[PrunableModel]
public sealed partial class DenseBlock : Module<Tensor, Tensor>
{
    private readonly DenseLayer[] layers;

    /// <summary>A block.</summary>
    /// <param name="depth">The number of layers.</param>
    /// <param name="inputs">Channels that come in.</param>
    /// <param name="growth">Channels that each layer adds.</param>
    public DenseBlock(int depth, int inputs, int growth)
        : base(nameof(DenseBlock))
    {
        layers = new DenseLayer[depth];
        for (var i = 0; i < depth; i++)
        {
            layers[i] = new DenseLayer(inputs + (i * growth), growth);
            register_module($"denselayer{i + 1}", layers[i]);
        }

        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var x = input;
        foreach (var layer in layers)
        {
            x = cat([x, layer.forward(x)], 1);
        }

        return x.MoveToOuterDisposeScope();
    }
}
