using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Espalier.Framework.Tests.Motifs;

[PrunableModel]
internal sealed partial class CatWithItself : Module<Tensor, Tensor>
{
    private readonly Conv2d a = Conv2d(3, 8, 3, 1, 1), b = Conv2d(16, 6, 1), c = Conv2d(6, 4, 1);

    public CatWithItself()
        : base(nameof(CatWithItself)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        var y = a.forward(x).relu();
        return c.forward(b.forward(torch.cat([y, y], 1)).relu());
    }
}

[PrunableModel]
internal sealed partial class CatOfResiduals : Module<Tensor, Tensor>
{
    private readonly Conv2d stem = Conv2d(3, 8, 3, 1, 1), a = Conv2d(8, 8, 3, 1, 1), b = Conv2d(8, 8, 3, 1, 1), head = Conv2d(16, 4, 1);

    public CatOfResiduals()
        : base(nameof(CatOfResiduals)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        x = stem.forward(x);
        var y = x + a.forward(x);
        var z = y + b.forward(y);
        return head.forward(torch.cat([y, z], 1).relu());
    }
}

[PrunableModel]
internal sealed partial class NestedCatResidual : Module<Tensor, Tensor>
{
    private readonly Conv2d a = Conv2d(3, 4, 1), b = Conv2d(3, 6, 1), c = Conv2d(3, 5, 1), d = Conv2d(3, 15, 1), head = Conv2d(15, 4, 1);

    public NestedCatResidual()
        : base(nameof(NestedCatResidual)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        var inner = torch.cat([a.forward(x), b.forward(x)], 1);
        return head.forward((torch.cat([inner, c.forward(x)], 1) + d.forward(x)).relu());
    }
}

[PrunableModel]
internal sealed partial class GroupedConvolution : Module<Tensor, Tensor>
{
    private readonly Conv2d a = Conv2d(3, 16, 1), b = Conv2d(16, 24, 3, 1, 1, groups: 4), head = Conv2d(24, 4, 1);
    private readonly BatchNorm2d norm = BatchNorm2d(24);

    public GroupedConvolution()
        : base(nameof(GroupedConvolution)) => RegisterComponents();

    public override Tensor forward(Tensor x) => head.forward(norm.forward(b.forward(a.forward(x).relu())).relu());
}

[PrunableModel]
internal sealed partial class DepthwiseMultiplier : Module<Tensor, Tensor>
{
    private readonly Conv2d a = Conv2d(3, 8, 1), depthwise = Conv2d(8, 16, 3, 1, 1, groups: 8), head = Conv2d(16, 4, 1);

    public DepthwiseMultiplier()
        : base(nameof(DepthwiseMultiplier)) => RegisterComponents();

    public override Tensor forward(Tensor x) => head.forward(depthwise.forward(a.forward(x)).relu());
}

[PrunableModel]
internal sealed partial class InvertedResidual : Module<Tensor, Tensor>
{
    private readonly Conv2d stem = Conv2d(3, 6, 1), expand = Conv2d(6, 12, 1), depthwise = Conv2d(12, 12, 3, 1, 1, groups: 12), project = Conv2d(12, 6, 1);
    private readonly Conv2d head = Conv2d(6, 4, 1);
    private readonly BatchNorm2d norm = BatchNorm2d(12);

    public InvertedResidual()
        : base(nameof(InvertedResidual)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        x = stem.forward(x);
        return head.forward(x + project.forward(norm.forward(depthwise.forward(expand.forward(x))).relu()));
    }
}

[PrunableModel]
internal sealed partial class ChannelShuffle : Module<Tensor, Tensor>
{
    private readonly Conv2d a = Conv2d(3, 12, 1), b = Conv2d(12, 12, 1, groups: 3), head = Conv2d(12, 4, 1);

    public ChannelShuffle()
        : base(nameof(ChannelShuffle)) => RegisterComponents();

    public override Tensor forward(Tensor x) => head.forward(b.forward(Shuffle(a.forward(x), 3)).relu());

    private static Tensor Shuffle(Tensor x, int groups)
    {
        var (n, c, h, w) = (x.shape[0], x.shape[1], x.shape[2], x.shape[3]);
        return x.view(n, groups, c / groups, h, w).transpose(1, 2).reshape(n, c, h, w);
    }
}

[PrunableModel]
internal sealed partial class ShuffleUnit : Module<Tensor, Tensor>
{
    private readonly Conv2d stem = Conv2d(3, 8, 1), branch = Conv2d(4, 4, 1), head = Conv2d(8, 4, 1);

    public ShuffleUnit()
        : base(nameof(ShuffleUnit)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        x = stem.forward(x);
        var halves = x.chunk(2, 1);
        x = torch.cat([halves[0], branch.forward(halves[1]).relu()], 1);
        var (n, c, h, w) = (x.shape[0], x.shape[1], x.shape[2], x.shape[3]);
        x = x.view(n, 2, c / 2, h, w).transpose(1, 2).reshape(n, c, h, w);
        return head.forward(x);
    }
}

[PrunableModel]
internal sealed partial class ChunkAfterShuffle : Module<Tensor, Tensor>
{
    private readonly Conv2d a = Conv2d(3, 8, 1), b = Conv2d(4, 5, 1), c = Conv2d(4, 5, 1), head = Conv2d(5, 4, 1);

    public ChunkAfterShuffle()
        : base(nameof(ChunkAfterShuffle)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        x = a.forward(x);
        var (n, ch, h, w) = (x.shape[0], x.shape[1], x.shape[2], x.shape[3]);
        x = x.view(n, 2, ch / 2, h, w).transpose(1, 2).reshape(n, ch, h, w);
        var parts = x.chunk(2, 1);
        return head.forward(b.forward(parts[0]) + c.forward(parts[1]));
    }
}

[PrunableModel]
internal sealed partial class SliceFirst : Module<Tensor, Tensor>
{
    private readonly Conv2d a = Conv2d(3, 8, 1), b = Conv2d(5, 6, 1), head = Conv2d(6, 4, 1);

    public SliceFirst()
        : base(nameof(SliceFirst)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        x = a.forward(x);
        return head.forward(b.forward(x[.., ..5]).relu());
    }
}

[PrunableModel]
internal sealed partial class SharedTwice : Module<Tensor, Tensor>
{
    private readonly Conv2d a = Conv2d(3, 8, 1), shared = Conv2d(8, 8, 3, 1, 1), head = Conv2d(8, 4, 1);

    public SharedTwice()
        : base(nameof(SharedTwice)) => RegisterComponents();

    public override Tensor forward(Tensor x) => head.forward(shared.forward(shared.forward(a.forward(x)).relu()).relu());
}

[PrunableModel]
internal sealed partial class PixelShuffleNet : Module<Tensor, Tensor>
{
    private readonly Conv2d a = Conv2d(3, 16, 3, 1, 1), b = Conv2d(4, 6, 1), head = Conv2d(6, 4, 1);
    private readonly PixelShuffle shuffle = PixelShuffle(2);

    public PixelShuffleNet()
        : base(nameof(PixelShuffleNet)) => RegisterComponents();

    public override Tensor forward(Tensor x) => head.forward(b.forward(shuffle.forward(a.forward(x))).relu());
}

[PrunableModel]
internal sealed partial class FlattenAfterConvolution : Module<Tensor, Tensor>
{
    private readonly Conv2d a = Conv2d(3, 6, 3, 1, 1);
    private readonly Linear fc = Linear(6 * 16, 10), head = Linear(10, 4);

    public FlattenAfterConvolution()
        : base(nameof(FlattenAfterConvolution)) => RegisterComponents();

    public override Tensor forward(Tensor x) => head.forward(fc.forward(a.forward(x).flatten(1)).relu());
}

[PrunableModel]
internal sealed partial class StackMean : Module<Tensor, Tensor>
{
    private readonly Conv2d a = Conv2d(3, 8, 1), b = Conv2d(3, 8, 1), head = Conv2d(8, 4, 1);

    public StackMean()
        : base(nameof(StackMean)) => RegisterComponents();

    public override Tensor forward(Tensor x) => head.forward(torch.stack([a.forward(x), b.forward(x)], 0).mean([0L]));
}

[PrunableModel]
internal sealed partial class SqueezeExcite : Module<Tensor, Tensor>
{
    private readonly Conv2d a = Conv2d(3, 8, 3, 1, 1), reduce = Conv2d(8, 4, 1), expand = Conv2d(4, 8, 1), head = Conv2d(8, 4, 1);

    public SqueezeExcite()
        : base(nameof(SqueezeExcite)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        x = a.forward(x);
        var gate = expand.forward(reduce.forward(x.mean([2L, 3L], true)).relu()).sigmoid();
        return head.forward(x * gate);
    }
}

[PrunableModel]
internal sealed partial class GateOverSpace : Module<Tensor, Tensor>
{
    private readonly Conv2d a = Conv2d(3, 8, 3, 1, 1), spatial = Conv2d(8, 1, 3, 1, 1), head = Conv2d(8, 4, 1);

    public GateOverSpace()
        : base(nameof(GateOverSpace)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        x = a.forward(x).relu();
        return head.forward(x * spatial.forward(x).sigmoid());
    }
}

[PrunableModel]
internal sealed partial class ResidualOnInput : Module<Tensor, Tensor>
{
    private readonly Conv2d a = Conv2d(3, 8, 1), b = Conv2d(8, 3, 1), head = Conv2d(3, 4, 1);

    public ResidualOnInput()
        : base(nameof(ResidualOnInput)) => RegisterComponents();

    public override Tensor forward(Tensor x) => head.forward(x + b.forward(a.forward(x).relu()));
}

[PrunableModel]
internal sealed partial class TrainingBranch : Module<Tensor, Tensor>
{
    private readonly Conv2d a = Conv2d(3, 8, 1), b = Conv2d(8, 6, 1), auxiliary = Conv2d(8, 4, 1), head = Conv2d(6, 4, 1);

    public TrainingBranch()
        : base(nameof(TrainingBranch)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        x = a.forward(x).relu();
        var y = head.forward(b.forward(x).relu());
        if (training)
        {
            y = y + auxiliary.forward(x);
        }

        return y;
    }
}

[PrunableModel]
internal sealed partial class DeadBranch : Module<Tensor, Tensor>
{
    private readonly Conv2d a = Conv2d(3, 8, 1), unused = Conv2d(8, 5, 1), head = Conv2d(8, 4, 1);

    public DeadBranch()
        : base(nameof(DeadBranch)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        x = a.forward(x);
        var dead = unused.forward(x).relu();
        _ = dead;
        return head.forward(x);
    }
}

[PrunableModel]
internal sealed partial class MixesChannelAndSpace : Module<Tensor, Tensor>
{
    private readonly Conv2d a = Conv2d(3, 8, 1), b = Conv2d(2, 6, 1), head = Conv2d(6, 4, 1);

    public MixesChannelAndSpace()
        : base(nameof(MixesChannelAndSpace)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        x = a.forward(x);
        return head.forward(b.forward(x.view(x.shape[0], 2, x.shape[2] * 2, x.shape[3] * 2)).relu());
    }
}

[PrunableModel]
internal sealed partial class TransposedConvolution : Module<Tensor, Tensor>
{
    private readonly Conv2d a = Conv2d(3, 8, 1), head = Conv2d(6, 4, 1);
    private readonly ConvTranspose2d up = ConvTranspose2d(8, 6, 2, 2);

    public TransposedConvolution()
        : base(nameof(TransposedConvolution)) => RegisterComponents();

    public override Tensor forward(Tensor x) => head.forward(up.forward(a.forward(x).relu()).relu());
}

[PrunableModel]
internal sealed partial class FunctionalConvolution : Module<Tensor, Tensor>
{
    private readonly Parameter kernel = Parameter(torch.randn(8, 3, 3, 3));
    private readonly Conv2d head = Conv2d(8, 4, 1);

    public FunctionalConvolution()
        : base(nameof(FunctionalConvolution)) => RegisterComponents();

    public override Tensor forward(Tensor x) => head.forward(nn.functional.conv2d(x, kernel, null, [1L, 1L], [1L, 1L]).relu());
}

[PrunableModel]
internal sealed partial class ConvolutionToOneChannel : Module<Tensor, Tensor>
{
    private readonly Conv2d a = Conv2d(3, 8, 1), one = Conv2d(8, 1, 1), head = Conv2d(1, 4, 1);

    public ConvolutionToOneChannel()
        : base(nameof(ConvolutionToOneChannel)) => RegisterComponents();

    public override Tensor forward(Tensor x) => head.forward(one.forward(a.forward(x).relu()).relu());
}

[PrunableModel]
internal sealed partial class GroupNormNet : Module<Tensor, Tensor>
{
    private readonly Conv2d a = Conv2d(3, 12, 3, 1, 1), head = Conv2d(12, 4, 1);
    private readonly GroupNorm norm = GroupNorm(3, 12);

    public GroupNormNet()
        : base(nameof(GroupNormNet)) => RegisterComponents();

    public override Tensor forward(Tensor x) => head.forward(norm.forward(a.forward(x)).relu());
}

[PrunableModel]
internal sealed partial class InstanceNormNet : Module<Tensor, Tensor>
{
    private readonly Conv2d a = Conv2d(3, 12, 3, 1, 1), head = Conv2d(12, 4, 1);
    private readonly InstanceNorm2d norm = InstanceNorm2d(12, affine: true);

    public InstanceNormNet()
        : base(nameof(InstanceNormNet)) => RegisterComponents();

    public override Tensor forward(Tensor x) => head.forward(norm.forward(a.forward(x)).relu());
}

[PrunableModel]
internal sealed partial class SmallUNet : Module<Tensor, Tensor>
{
    private readonly Conv2d down1 = Conv2d(3, 8, 3, 1, 1), down2 = Conv2d(8, 12, 3, 2, 1), middle = Conv2d(12, 12, 3, 1, 1), fuse = Conv2d(14, 8, 3, 1, 1), head = Conv2d(8, 4, 1);
    private readonly ConvTranspose2d up = ConvTranspose2d(12, 6, 2, 2);

    public SmallUNet()
        : base(nameof(SmallUNet)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        var a = down1.forward(x).relu();
        var b = middle.forward(down2.forward(a).relu()).relu();
        return head.forward(fuse.forward(torch.cat([up.forward(b), a], 1)).relu());
    }
}

[PrunableModel]
internal sealed partial class UpsampleCat : Module<Tensor, Tensor>
{
    private readonly Conv2d a = Conv2d(3, 6, 3, 2, 1), b = Conv2d(3, 4, 1), head = Conv2d(10, 4, 1);

    public UpsampleCat()
        : base(nameof(UpsampleCat)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        var low = nn.functional.interpolate(a.forward(x), scale_factor: [2.0, 2.0]);
        return head.forward(torch.cat([low, b.forward(x)], 1).relu());
    }
}

[PrunableModel]
internal sealed partial class PaddedChannels : Module<Tensor, Tensor>
{
    private readonly Conv2d a = Conv2d(3, 4, 1), b = Conv2d(4, 8, 1), head = Conv2d(8, 4, 1);

    public PaddedChannels()
        : base(nameof(PaddedChannels)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        x = a.forward(x);
        return head.forward(b.forward(x) + nn.functional.pad(x, [0L, 0L, 0L, 0L, 2L, 2L]));
    }
}

[PrunableModel]
internal sealed partial class RolledChannels : Module<Tensor, Tensor>
{
    private readonly Conv2d a = Conv2d(3, 8, 1), b = Conv2d(8, 6, 1), head = Conv2d(6, 4, 1);

    public RolledChannels()
        : base(nameof(RolledChannels)) => RegisterComponents();

    public override Tensor forward(Tensor x) => head.forward(b.forward(a.forward(x).roll(1, 1)).relu());
}

[PrunableModel]
internal sealed partial class MeanOverChannels : Module<Tensor, Tensor>
{
    private readonly Conv2d a = Conv2d(3, 8, 1), b = Conv2d(8, 6, 1), head = Conv2d(6, 4, 1);

    public MeanOverChannels()
        : base(nameof(MeanOverChannels)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        x = a.forward(x);
        return head.forward(b.forward(x - x.mean([1L], true)).relu());
    }
}

[PrunableModel]
internal sealed partial class SoftmaxOverChannels : Module<Tensor, Tensor>
{
    private readonly Conv2d a = Conv2d(3, 8, 1), b = Conv2d(8, 6, 1), head = Conv2d(6, 4, 1);

    public SoftmaxOverChannels()
        : base(nameof(SoftmaxOverChannels)) => RegisterComponents();

    public override Tensor forward(Tensor x) => head.forward(b.forward(a.forward(x).softmax(1)).relu());
}

[PrunableModel]
internal sealed partial class SumOverChannels : Module<Tensor, Tensor>
{
    private readonly Conv2d a = Conv2d(3, 8, 1), b = Conv2d(8, 6, 1), head = Conv2d(6, 4, 1);

    public SumOverChannels()
        : base(nameof(SumOverChannels)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        x = a.forward(x).sigmoid();
        return head.forward(b.forward(x).relu() * x.sum(1, true));
    }
}

[PrunableModel]
internal sealed partial class LiteralView : Module<Tensor, Tensor>
{
    private readonly Conv2d a = Conv2d(3, 6, 3, 1, 1);
    private readonly Linear fc = Linear(96, 10), head = Linear(10, 4);

    public LiteralView()
        : base(nameof(LiteralView)) => RegisterComponents();

    public override Tensor forward(Tensor x) => head.forward(fc.forward(a.forward(x).view(-1, 96)).relu());
}

[PrunableModel]
internal sealed partial class SplitWithSizes : Module<Tensor, Tensor>
{
    private readonly Conv2d a = Conv2d(3, 10, 1), b = Conv2d(4, 5, 1), c = Conv2d(6, 5, 1), head = Conv2d(5, 4, 1);
    private int first = 4, second = 6;

    public SplitWithSizes()
        : base(nameof(SplitWithSizes)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        var parts = a.forward(x).split([first, second], 1);
        return head.forward(b.forward(parts[0]) + c.forward(parts[1]));
    }
}

[PrunableModel]
internal sealed partial class LoopFeedsBack : Module<Tensor, Tensor>
{
    private readonly Conv2d stem = Conv2d(3, 8, 1), step = Conv2d(8, 8, 3, 1, 1), head = Conv2d(8, 4, 1);
    private readonly int times = 3;

    public LoopFeedsBack()
        : base(nameof(LoopFeedsBack)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        x = stem.forward(x);
        for (var i = 0; i < times; i++)
        {
            x = x + step.forward(x).tanh();
        }

        return head.forward(x);
    }
}

[PrunableModel]
internal sealed partial class IndexedChannels : Module<Tensor, Tensor>
{
    private readonly Conv2d a = Conv2d(3, 6, 1), b = Conv2d(6, 5, 1), head = Conv2d(5, 4, 1);
    private readonly Tensor order = torch.tensor([5L, 4, 3, 2, 1, 0]);

    public IndexedChannels()
        : base(nameof(IndexedChannels)) => RegisterComponents();

    public override Tensor forward(Tensor x) => head.forward(b.forward(a.forward(x).index_select(1, order)).relu());
}
