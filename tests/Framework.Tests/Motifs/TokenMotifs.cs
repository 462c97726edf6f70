using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Espalier.Framework.Tests.Motifs;

[PrunableModel]
internal sealed partial class TiedEmbedding : Module<Tensor, Tensor>
{
    private readonly Embedding embedding = Embedding(11, 8);
    private readonly Linear hidden = Linear(8, 12), back = Linear(12, 8);

    public TiedEmbedding()
        : base(nameof(TiedEmbedding)) => RegisterComponents();

    public override Tensor forward(Tensor tokens)
    {
        var x = embedding.forward(tokens);
        x = x + back.forward(hidden.forward(x).relu());
        return nn.functional.linear(x, embedding.weight!);
    }
}

[PrunableModel]
internal sealed partial class GluChunk : Module<Tensor, Tensor>
{
    private readonly Linear up = Linear(6, 16), down = Linear(8, 6), head = Linear(6, 4);

    public GluChunk()
        : base(nameof(GluChunk)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        var parts = up.forward(x).chunk(2, -1);
        return head.forward(x + down.forward(parts[0] * parts[1].sigmoid()));
    }
}

[PrunableModel]
internal sealed partial class SwiGluSplit : Module<Tensor, Tensor>
{
    private readonly Linear stem = Linear(6, 10), up = Linear(10, 16), down = Linear(8, 10), head = Linear(10, 4);
    private int hidden = 8;

    public SwiGluSplit()
        : base(nameof(SwiGluSplit)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        x = stem.forward(x);
        var parts = up.forward(x).split(hidden, -1);
        return head.forward(x + down.forward(parts[0].silu() * parts[1]));
    }
}

[PrunableModel]
internal sealed partial class WideAndDeep : Module<Tensor, Tensor>
{
    private readonly Linear wide = Linear(6, 5), deep1 = Linear(6, 8), deep2 = Linear(8, 7), head = Linear(12, 4);

    public WideAndDeep()
        : base(nameof(WideAndDeep)) => RegisterComponents();

    public override Tensor forward(Tensor x) =>
        head.forward(torch.cat([wide.forward(x), deep2.forward(deep1.forward(x).relu()).relu()], -1));
}

[PrunableModel]
internal sealed partial class TwoOutputs : Module<Tensor, (Tensor, Tensor)>
{
    private readonly Linear body = Linear(6, 10), first = Linear(10, 4), hidden = Linear(10, 8), second = Linear(8, 3);

    public TwoOutputs()
        : base(nameof(TwoOutputs)) => RegisterComponents();

    public override (Tensor, Tensor) forward(Tensor x)
    {
        x = body.forward(x).relu();
        return (first.forward(x), second.forward(hidden.forward(x).relu()));
    }
}

[PrunableModel]
internal sealed partial class LayerScaleBlock : Module<Tensor, Tensor>
{
    private readonly Linear stem = Linear(6, 10), a = Linear(10, 12), b = Linear(12, 10), head = Linear(10, 4);
    private readonly LayerNorm norm = LayerNorm(10);
    private readonly Parameter gamma = Parameter(torch.full(10, 0.3));

    public LayerScaleBlock()
        : base(nameof(LayerScaleBlock)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        x = stem.forward(x);
        return head.forward(x + gamma * b.forward(nn.functional.gelu(a.forward(norm.forward(x)))));
    }
}

[PrunableModel]
internal sealed partial class PositionTable : Module<Tensor, Tensor>
{
    private readonly Linear stem = Linear(6, 10), head = Linear(10, 4);
    private readonly Parameter token = Parameter(torch.randn(1, 1, 10)), positions = Parameter(torch.randn(1, 6, 10));

    public PositionTable()
        : base(nameof(PositionTable)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        x = stem.forward(x);
        x = torch.cat([token.expand(x.shape[0], -1, -1), x], 1) + positions;
        return head.forward(x.tanh()[.., 0]);
    }
}

[PrunableModel]
internal sealed partial class Bilinear : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(6, 5), b = Linear(6, 7), head = Linear(8, 4);
    private readonly Parameter weight = Parameter(torch.randn(8, 5, 7));

    public Bilinear()
        : base(nameof(Bilinear)) => RegisterComponents();

    public override Tensor forward(Tensor x) => head.forward(torch.einsum("bni,bnj,oij->bno", a.forward(x), b.forward(x), weight).relu());
}

[PrunableModel]
internal sealed partial class OuterProductFlatten : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(6, 4), b = Linear(6, 5), fc = Linear(20, 6), head = Linear(6, 4);

    public OuterProductFlatten()
        : base(nameof(OuterProductFlatten)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        var product = a.forward(x).unsqueeze(-1) * b.forward(x).unsqueeze(-2);
        return head.forward(fc.forward(product.flatten(-2)).relu());
    }
}

[PrunableModel]
internal sealed partial class PatchMerging : Module<Tensor, Tensor>
{
    private readonly Conv2d stem = Conv2d(3, 6, 1);
    private readonly LayerNorm norm = LayerNorm(24);
    private readonly Linear reduction = Linear(24, 10), head = Linear(10, 4);

    public PatchMerging()
        : base(nameof(PatchMerging)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        x = stem.forward(x).permute(0, 2, 3, 1);
        var x0 = x[TensorIndex.Ellipsis, TensorIndex.Slice(0, null, 2), TensorIndex.Slice(0, null, 2), TensorIndex.Colon];
        var x1 = x[TensorIndex.Ellipsis, TensorIndex.Slice(1, null, 2), TensorIndex.Slice(0, null, 2), TensorIndex.Colon];
        var x2 = x[TensorIndex.Ellipsis, TensorIndex.Slice(0, null, 2), TensorIndex.Slice(1, null, 2), TensorIndex.Colon];
        var x3 = x[TensorIndex.Ellipsis, TensorIndex.Slice(1, null, 2), TensorIndex.Slice(1, null, 2), TensorIndex.Colon];
        return head.forward(reduction.forward(norm.forward(torch.cat([x0, x1, x2, x3], -1))).relu());
    }
}
