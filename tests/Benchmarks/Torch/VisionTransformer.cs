using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Espalier.Benchmarks.Torch;

/// <summary>A vision transformer as DeiT's: patches, a class token, blocks with the norm first.</summary>
internal sealed class VisionTransformer : nn.Module<Tensor, Tensor>
{
    private const int Size = 32;
    private const int Patch = 4;
    private const int Width = 192;
    private const int Depth = 6;
    private const int Heads = 3;

    private readonly Conv2d _patches = nn.Conv2d(3, Width, Patch, stride: Patch);
    private readonly Parameter _token = nn.Parameter(zeros(1, 1, Width));
    private readonly Parameter _positions = nn.Parameter(randn(1, (Size / Patch * (Size / Patch)) + 1, Width) * 0.02);
    private readonly Sequential _blocks = nn.Sequential(Enumerable.Range(0, Depth).Select(i => ($"block{i}", (nn.Module<Tensor, Tensor>)new Block())));
    private readonly LayerNorm _norm = nn.LayerNorm(Width);
    private readonly Linear _head = nn.Linear(Width, 10);

    public VisionTransformer()
        : base(nameof(VisionTransformer)) => RegisterComponents();

    public override Tensor forward(Tensor input)
    {
        var tokens = _patches.forward(input).flatten(2).transpose(1, 2);
        tokens = cat([_token.expand(input.shape[0], 1, Width), tokens], 1) + _positions;
        return _head.forward(_norm.forward(_blocks.forward(tokens)).select(1, 0));
    }

    private sealed class Block : nn.Module<Tensor, Tensor>
    {
        private readonly LayerNorm _norm1 = nn.LayerNorm(Width);
        private readonly Linear _qkv = nn.Linear(Width, 3 * Width);
        private readonly Linear _projection = nn.Linear(Width, Width);
        private readonly LayerNorm _norm2 = nn.LayerNorm(Width);
        private readonly Linear _up = nn.Linear(Width, 4 * Width);
        private readonly Linear _down = nn.Linear(4 * Width, Width);

        public Block()
            : base(nameof(Block)) => RegisterComponents();

        public override Tensor forward(Tensor input)
        {
            var middle = input + Attend(_norm1.forward(input));
            return middle + _down.forward(nn.functional.gelu(_up.forward(_norm2.forward(middle))));
        }

        private Tensor Attend(Tensor input)
        {
            var (batch, count) = (input.shape[0], input.shape[1]);
            var qkv = _qkv.forward(input).reshape(batch, count, 3, Heads, Width / Heads).permute(2, 0, 3, 1, 4);
            var weights = (qkv[0].matmul(qkv[1].transpose(-2, -1)) * Math.Pow(Width / Heads, -0.5)).softmax(-1);
            return _projection.forward(weights.matmul(qkv[2]).transpose(1, 2).reshape(batch, count, Width));
        }
    }
}
