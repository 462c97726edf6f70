using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Espalier.Framework.Tests.Motifs;

[PrunableModel]
internal sealed partial class FusedQkv : Module<Tensor, Tensor>
{
    private readonly Linear stem = Linear(6, 12), qkv = Linear(12, 36), proj = Linear(12, 12), head = Linear(12, 4);
    private readonly double scale = 0.5;
    private int heads = 3, width = 4;

    public FusedQkv()
        : base(nameof(FusedQkv)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        x = stem.forward(x);
        var (b, n) = (x.shape[0], x.shape[1]);
        var parts = qkv.forward(x).reshape(b, n, 3, heads, width).permute(2, 0, 3, 1, 4).unbind(0);
        var (q, k, v) = (parts[0], parts[1], parts[2]);
        var attention = (q.matmul(k.transpose(-2, -1)) * scale).softmax(-1);
        var y = attention.matmul(v).transpose(1, 2).reshape(b, n, -1);
        return head.forward(x + proj.forward(y));
    }
}

[PrunableModel]
internal sealed partial class FusedQkvWithNorms : Module<Tensor, Tensor>
{
    private readonly Linear stem = Linear(6, 12), qkv = Linear(12, 36), proj = Linear(12, 12), head = Linear(12, 4);
    private readonly LayerNorm before = LayerNorm(12), qNorm = LayerNorm(4), kNorm = LayerNorm(4);
    private int heads = 3, width = 4;

    public FusedQkvWithNorms()
        : base(nameof(FusedQkvWithNorms)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        x = stem.forward(x);
        var (b, n) = (x.shape[0], x.shape[1]);
        var parts = qkv.forward(before.forward(x)).reshape(b, n, 3, heads, width).permute(2, 0, 3, 1, 4).unbind(0);
        var (q, k, v) = (qNorm.forward(parts[0]), kNorm.forward(parts[1]), parts[2]);
        var attention = (q.matmul(k.transpose(-2, -1)) * 0.5).softmax(-1);
        return head.forward(x + proj.forward(attention.matmul(v).transpose(1, 2).reshape(b, n, -1)));
    }
}

[PrunableModel]
internal sealed partial class SplitQkv : Module<Tensor, Tensor>
{
    private readonly Linear stem = Linear(6, 12), q = Linear(12, 12), k = Linear(12, 12), v = Linear(12, 15), proj = Linear(15, 12), head = Linear(12, 4);
    private int heads = 3, keyWidth = 4, valueWidth = 5;

    public SplitQkv()
        : base(nameof(SplitQkv)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        x = stem.forward(x);
        var (b, n) = (x.shape[0], x.shape[1]);
        var queries = q.forward(x).view(b, n, heads, keyWidth).transpose(1, 2);
        var keys = k.forward(x).view(b, n, heads, keyWidth).transpose(1, 2);
        var values = v.forward(x).view(b, n, heads, valueWidth).transpose(1, 2);
        var attention = (queries.matmul(keys.transpose(2, 3)) * 0.5).softmax(-1);
        return head.forward(x + proj.forward(attention.matmul(values).transpose(1, 2).flatten(2)));
    }
}

[PrunableModel]
internal sealed partial class EinsumAttention : Module<Tensor, Tensor>
{
    private readonly Linear stem = Linear(6, 12), q = Linear(12, 12), k = Linear(12, 12), v = Linear(12, 12), proj = Linear(12, 12), head = Linear(12, 4);
    private int heads = 3, width = 4;

    public EinsumAttention()
        : base(nameof(EinsumAttention)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        x = stem.forward(x);
        var (b, n) = (x.shape[0], x.shape[1]);
        var attention = (torch.einsum("bnhd,bmhd->bhnm", Rows(q, x), Rows(k, x)) * 0.5).softmax(-1);
        return head.forward(x + proj.forward(torch.einsum("bhnm,bmhd->bnhd", attention, Rows(v, x)).reshape(b, n, heads * width)));
    }

    private Tensor Rows(Linear layer, Tensor x) => layer.forward(x).view(x.shape[0], x.shape[1], heads, width);
}

[PrunableModel]
internal sealed partial class GroupedQueryAttention : Module<Tensor, Tensor>
{
    private readonly Linear stem = Linear(6, 16), q = Linear(16, 16), k = Linear(16, 8), v = Linear(16, 8), proj = Linear(16, 16), head = Linear(16, 4);
    private readonly int repeats = 2;
    private int queryHeads = 4, keyHeads = 2, width = 4;

    public GroupedQueryAttention()
        : base(nameof(GroupedQueryAttention)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        x = stem.forward(x);
        var (b, n) = (x.shape[0], x.shape[1]);
        var queries = q.forward(x).view(b, n, queryHeads, width).transpose(1, 2);
        var keys = k.forward(x).view(b, n, keyHeads, width).transpose(1, 2).repeat_interleave(repeats, 1);
        var values = v.forward(x).view(b, n, keyHeads, width).transpose(1, 2).repeat_interleave(repeats, 1);
        var attention = (queries.matmul(keys.transpose(-2, -1)) * 0.5).softmax(-1);
        return head.forward(x + proj.forward(attention.matmul(values).transpose(1, 2).reshape(b, n, -1)));
    }
}

[PrunableModel]
internal sealed partial class MultiQueryAttention : Module<Tensor, Tensor>
{
    private readonly Linear stem = Linear(6, 12), q = Linear(12, 12), k = Linear(12, 4), v = Linear(12, 4), proj = Linear(12, 12), head = Linear(12, 4);
    private int heads = 3, width = 4;

    public MultiQueryAttention()
        : base(nameof(MultiQueryAttention)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        x = stem.forward(x);
        var (b, n) = (x.shape[0], x.shape[1]);
        var queries = q.forward(x).view(b, n, heads, width).transpose(1, 2);
        var keys = k.forward(x).unsqueeze(1);
        var values = v.forward(x).unsqueeze(1);
        var attention = (queries.matmul(keys.transpose(-2, -1)) * 0.5).softmax(-1);
        return head.forward(x + proj.forward(attention.matmul(values).transpose(1, 2).reshape(b, n, -1)));
    }
}

[PrunableModel]
internal sealed partial class CrossAttention : Module<Tensor, Tensor, Tensor>
{
    private readonly Linear stem = Linear(6, 12), q = Linear(12, 12), kv = Linear(5, 24), proj = Linear(12, 12), head = Linear(12, 4);
    private int heads = 3, width = 4;

    public CrossAttention()
        : base(nameof(CrossAttention)) => RegisterComponents();

    public override Tensor forward(Tensor x, Tensor memory)
    {
        x = stem.forward(x);
        var (b, n, m) = (x.shape[0], x.shape[1], memory.shape[1]);
        var queries = q.forward(x).view(b, n, heads, width).transpose(1, 2);
        var parts = kv.forward(memory).view(b, m, 2, heads, width).permute(2, 0, 3, 1, 4);
        var attention = (queries.matmul(parts[0].transpose(-2, -1)) * 0.5).softmax(-1);
        return head.forward(x + proj.forward(attention.matmul(parts[1]).transpose(1, 2).flatten(2)));
    }
}

[PrunableModel]
internal sealed partial class ShiftedWindowAttention : Module<Tensor, Tensor>
{
    private readonly Conv2d stem = Conv2d(3, 8, 1);
    private readonly Linear qkv = Linear(8, 24), proj = Linear(8, 8), head = Linear(8, 4);
    private readonly Parameter table = Parameter(torch.randn(9, 2));
    private readonly Tensor index = torch.arange(16).remainder(9);
    private readonly int window = 2;
    private int heads = 2, width = 4;

    public ShiftedWindowAttention()
        : base(nameof(ShiftedWindowAttention)) => RegisterComponents();

    public override Tensor forward(Tensor image)
    {
        var x = stem.forward(image).permute(0, 2, 3, 1);
        var (b, h, w, c) = (x.shape[0], x.shape[1], x.shape[2], x.shape[3]);
        var shifted = x.roll([-1L, -1L], [1L, 2L]);
        var windows = shifted.view(b, h / window, window, w / window, window, c).permute(0, 1, 3, 2, 4, 5).reshape(-1, window * window, c);
        var parts = qkv.forward(windows).reshape(windows.shape[0], window * window, 3, heads, width).permute(2, 0, 3, 1, 4);
        var bias = table.index_select(0, index).view(window * window, window * window, -1).permute(2, 0, 1).unsqueeze(0);
        var attention = (parts[0].matmul(parts[1].transpose(-2, -1)) * 0.5 + bias).softmax(-1);
        var y = proj.forward(attention.matmul(parts[2]).transpose(1, 2).flatten(2));
        y = y.view(b, h / window, w / window, window, window, c).permute(0, 1, 3, 2, 4, 5).reshape(b, h, w, c).roll([1L, 1L], [1L, 2L]);
        return head.forward(x + y);
    }
}

[PrunableModel]
internal sealed partial class HeadGate : Module<Tensor, Tensor>
{
    private readonly Linear stem = Linear(6, 12), v = Linear(12, 12), gate = Linear(12, 3), proj = Linear(12, 12), head = Linear(12, 4);
    private int heads = 3, width = 4;

    public HeadGate()
        : base(nameof(HeadGate)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        x = stem.forward(x);
        var (b, n) = (x.shape[0], x.shape[1]);
        var values = v.forward(x).view(b, n, heads, width) * gate.forward(x).sigmoid().unsqueeze(-1);
        return head.forward(x + proj.forward(values.view(b, n, -1)));
    }
}

[PrunableModel]
internal sealed partial class WidthFromHeads : Module<Tensor, Tensor>
{
    private readonly Linear stem = Linear(6, 12), q = Linear(12, 12), k = Linear(12, 12), v = Linear(12, 12), proj = Linear(12, 12), head = Linear(12, 4);
    private int heads = 3;

    public WidthFromHeads()
        : base(nameof(WidthFromHeads)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        x = stem.forward(x);
        var (b, n, c) = (x.shape[0], x.shape[1], x.shape[2]);
        var queries = q.forward(x).view(b, n, heads, c / heads).transpose(1, 2);
        var keys = k.forward(x).view(b, n, heads, c / heads).transpose(1, 2);
        var values = v.forward(x).view(b, n, heads, c / heads).transpose(1, 2);
        var attention = (queries.matmul(keys.transpose(-2, -1)) * 0.5).softmax(-1);
        return head.forward(x + proj.forward(attention.matmul(values).transpose(1, 2).reshape(b, n, c)));
    }
}

[PrunableModel]
internal sealed partial class ScaleFromWidth : Module<Tensor, Tensor>
{
    private readonly Linear stem = Linear(6, 12), q = Linear(12, 12), k = Linear(12, 12), v = Linear(12, 12), proj = Linear(12, 12), head = Linear(12, 4);
    private int heads = 3, keyWidth = 4, valueWidth = 4;

    public ScaleFromWidth()
        : base(nameof(ScaleFromWidth)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        x = stem.forward(x);
        var (b, n) = (x.shape[0], x.shape[1]);
        var queries = q.forward(x).view(b, n, heads, keyWidth).transpose(1, 2);
        var keys = k.forward(x).view(b, n, heads, keyWidth).transpose(1, 2);
        var values = v.forward(x).view(b, n, heads, valueWidth).transpose(1, 2);
        var attention = (queries.matmul(keys.transpose(-2, -1)) / Math.Sqrt(keyWidth)).softmax(-1);
        return head.forward(x + proj.forward(attention.matmul(values).transpose(1, 2).flatten(2)));
    }
}
