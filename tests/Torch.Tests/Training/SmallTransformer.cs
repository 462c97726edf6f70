using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Espalier.Torch.Tests.Training;

/// <summary>A vision transformer with two blocks: 3x8x8 images in patches of 2x2, a class token, 10 classes.</summary>
public sealed class SmallTransformer : nn.Module<Tensor, Tensor>
{
    private readonly Parameter cls_token;
    private readonly Parameter pos_embed;
    private readonly Conv2d patch;
    private readonly TransformerBlock block1;
    private readonly TransformerBlock block2;
    private readonly LayerNorm norm;
    private readonly Linear head;

    public SmallTransformer(long dim = 16, long heads = 2, long hidden = 32)
        : base(nameof(SmallTransformer))
    {
        cls_token = nn.Parameter(zeros(1, 1, dim));
        pos_embed = nn.Parameter(zeros(1, 17, dim));
        patch = nn.Conv2d(3, dim, 2, stride: 2);
        block1 = new TransformerBlock(dim, heads, hidden);
        block2 = new TransformerBlock(dim, heads, hidden);
        norm = nn.LayerNorm(dim);
        head = nn.Linear(dim, 10);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var patches = patch.forward(input).flatten(2).transpose(1, 2);
        var x = cat([cls_token.expand(input.shape[0], -1, -1), patches], 1) + pos_embed;
        x = block2.forward(block1.forward(x));
        return head.forward(norm.forward(x).select(1, 0)).MoveToOuterDisposeScope();
    }
}
