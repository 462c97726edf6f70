using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Espalier.Models;

/// <summary>
/// Attention inside square windows of a map of tokens, with a learned bias for each relative position (Liu et al., 2021). Windows may be
/// shifted: the map is rolled, and tokens that come together only by that do not see each other.
/// </summary>
[PrunableModel]
public sealed partial class WindowAttention : Module<Tensor, Tensor>
{
    private readonly Linear qkv;
    private readonly Linear proj;
    private readonly Parameter relative_position_bias_table;
    private readonly Tensor relative_position_index;
    private readonly int window;
    private readonly int shift;

    // A constant of the trained weights: it stays what it was when heads become narrower.
    private readonly double scale;
    private int numHeads;
    private int headDim;

    /// <summary>An attention layer.</summary>
    /// <param name="width">The tokens' width.</param>
    /// <param name="heads">The number of heads, a divisor of the width.</param>
    /// <param name="mapSize">Height and width of the map, a multiple of the windows'.</param>
    /// <param name="windowSize">Height and width of a window.</param>
    /// <param name="shifted">Whether the windows are shifted by half a window.</param>
    public WindowAttention(int width, int heads, int mapSize, int windowSize, bool shifted)
        : base(nameof(WindowAttention))
    {
        if (mapSize % windowSize != 0 || width % heads != 0)
        {
            throw new ArgumentException(
                $"A map of {mapSize} does not consist of windows of {windowSize}, or a width of {width} not of {heads} heads.");
        }

        window = windowSize;
        shift = shifted && mapSize > windowSize ? windowSize / 2 : 0;
        numHeads = heads;
        headDim = width / heads;
        scale = 1 / Math.Sqrt(headDim);
        qkv = Linear(width, 3 * width);
        proj = Linear(width, width);
        var offsets = (2 * windowSize) - 1;
        relative_position_bias_table = Parameter(zeros(offsets * offsets, heads));
        relative_position_index = RelativePositions(windowSize);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var (batch, height, width, area) = (input.shape[0], input.shape[1], input.shape[2], window * window);
        var windows = height / window * (width / window);
        var x = shift > 0 ? input.roll((-shift, -shift), (1, 2)) : input;
        x = x.reshape(batch, height / window, window, width / window, window, -1).permute(0, 1, 3, 2, 4, 5);
        x = x.reshape(batch * windows, area, -1);

        var parts = qkv.forward(x).reshape(batch * windows, area, 3, numHeads, headDim).permute(2, 0, 3, 1, 4);
        var scores = matmul(parts[0] * scale, parts[1].transpose(-2, -1)) + Bias(area);
        if (shift > 0)
        {
            scores = scores.reshape(batch, windows, numHeads, area, area) + Mask(height, width, scores);
            scores = scores.reshape(batch * windows, numHeads, area, area);
        }

        x = matmul(scores.softmax(-1), parts[2]).transpose(1, 2).reshape(batch * windows, area, -1);
        x = proj.forward(x).reshape(batch, height / window, width / window, window, window, -1);
        x = x.permute(0, 1, 3, 2, 4, 5).reshape(batch, height, width, -1);
        x = shift > 0 ? x.roll((shift, shift), (1, 2)) : x;
        return x.MoveToOuterDisposeScope();
    }

    private Tensor Bias(int area) =>
        relative_position_bias_table.index_select(0, relative_position_index).reshape(area, area, -1).permute(2, 0, 1).unsqueeze(0);

    /// <summary>For each two places of a window, the row of the table that has their bias.</summary>
    private static Tensor RelativePositions(int window)
    {
        var index = new long[window * window * window * window];
        for (var i = 0; i < index.Length; i++)
        {
            var (a, b) = Math.DivRem(i, window * window);
            var (rows, columns) = ((a / window) - (b / window) + window - 1, (a % window) - (b % window) + window - 1);
            index[i] = (rows * ((2 * window) - 1)) + columns;
        }

        return tensor(index);
    }

    /// <summary>For each window and each two places of it, 0 if they are neighbours in the map, or else -100.</summary>
    private Tensor Mask(long height, long width, Tensor like)
    {
        var regions = (Regions(height, like) * 3).unsqueeze(1) + Regions(width, like);
        regions = regions.reshape(height / window, window, width / window, window).permute(0, 2, 1, 3).reshape(-1, 1, window * window);
        return regions.ne(regions.transpose(1, 2)).to(like.dtype).unsqueeze(1) * -100;
    }

    /// <summary>The last window holds two regions, what was there and what the roll brought from the other end; all else is one.</summary>
    private Tensor Regions(long size, Tensor like)
    {
        var places = arange(size, like.dtype, like.device);
        return places.ge(size - window).to(like.dtype) + places.ge(size - shift).to(like.dtype);
    }
}
