using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Espalier.Models;

/// <summary>The network of Ronneberger et al. (2015) that labels every pixel: down, up again, and across on every level.</summary>
[PrunableModel]
public sealed partial class UNet : Module<Tensor, Tensor>
{
    private readonly ModuleList<UNetConvolutions> down;
    private readonly UNetConvolutions bottom;
    private readonly ModuleList<ConvTranspose2d> up;
    private readonly ModuleList<UNetConvolutions> merge;
    private readonly Conv2d head;

    /// <summary>A network.</summary>
    /// <param name="classes">The number of logits for each pixel.</param>
    /// <param name="depth">The number of levels above the bottom; height and width must be multiples of two to this power.</param>
    /// <param name="width">Channels of the topmost level; each further one has twice as many.</param>
    /// <param name="channels">Channels of the images.</param>
    public UNet(int classes = 2, int depth = 3, int width = 16, int channels = 3)
        : base(nameof(UNet))
    {
        var widths = Enumerable.Range(0, depth + 1).Select(level => width << level).ToArray();
        down = ModuleList(Levels(level => new UNetConvolutions(level == 0 ? channels : widths[level - 1], widths[level])));
        bottom = new UNetConvolutions(widths[depth - 1], widths[depth]);
        up = ModuleList(Levels(level => ConvTranspose2d(widths[level + 1], widths[level], 2, 2)));
        merge = ModuleList(Levels(level => new UNetConvolutions(2 * widths[level], widths[level])));
        head = Conv2d(width, classes, 1);
        RegisterComponents();
        Initialize.Convolutions(this);

        T[] Levels<T>(Func<int, T> make) => [.. Enumerable.Range(0, depth).Select(make)];
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var across = new Tensor[down.Count];
        var x = input;
        for (var level = 0; level < down.Count; level++)
        {
            across[level] = down[level].forward(x);
            x = functional.max_pool2d(across[level], 2);
        }

        x = bottom.forward(x);
        for (var level = down.Count - 1; level >= 0; level--)
        {
            x = cat([across[level], up[level].forward(x)], 1);
            x = merge[level].forward(x);
        }

        return head.forward(x).MoveToOuterDisposeScope();
    }
}
