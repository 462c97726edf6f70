using Espalier.Framework.Generators.Tests.Harness;

namespace Espalier.Framework.Generators.Tests.Exactness;

/// <summary>The operations that vision and language models are made of, translated, run and compared with the forward they come from.</summary>
public class OperationExactnessTests
{
    private const string Forward = "public override Tensor forward(Tensor x)";

    /// <summary>Forwards of an input of 2 x 4 x 6.</summary>
    public static TheoryData<string, string> Operations => new()
    {
        { "flatten and unflatten", $$"""{{Forward}} => x.flatten(1).unflatten(1, 4L, 6L).transpose(1, 2).flatten().reshape(2, 4, 6);""" },
        { "view and permute", $$"""{{Forward}} => x.view(2, 4, 3, 2).permute(0, 3, 1, 2).contiguous().view(2, -1);""" },
        { "matmul and softmax", $$"""{{Forward}} => F.softmax(x.matmul(x.transpose(-2, -1)) / Math.Sqrt(6), -1).matmul(x);""" },
        { "einsum", $$"""{{Forward}} => einsum("bij,bkj->bik", x, x * 2);""" },
        { "cat, stack, chunk and split", $$"""{{Forward}} => cat([.. x.chunk(2, 1), .. x.split(3, 2)[0].chunk(2, 1)], 2) + stack([x, x], 0).sum();""" },
        { "roll and pad", $$"""{{Forward}} => F.pad(x.roll(1, 1), [1, 2], PaddingModes.Constant, 0.5);""" },
        { "embedding", $$"""private readonly Embedding table = Embedding(5, 3); {{Forward}} => table.forward((x.abs() * 4).to(int64));""" },
        { "conditional normalisation", $$"""private readonly bool pre = true; private readonly LayerNorm norm = LayerNorm(6); {{Forward}} => pre ? norm.forward(x) : x;""" },
        { "functional layer norm", $$"""private readonly Parameter g = Parameter(ones(6) * 2), b = Parameter(ones(6)); {{Forward}} => F.layer_norm(x, [6], g, b, 1e-5);""" },
        { "functional linear with a bare parameter", $$"""private readonly Parameter w = Parameter(ones(3, 6) * 0.1); {{Forward}} => F.linear(x, w);""" },
        { "functional convolution with a bare parameter", $$"""private readonly Parameter w = Parameter(ones(5, 4, 3) * 0.1); {{Forward}} => F.conv1d(x, w, padding: 1);""" },
        {
            "norms over channels",
            $$"""
            private readonly BatchNorm1d batch = BatchNorm1d(4);
            private readonly GroupNorm groups = GroupNorm(2, 4);
            {{Forward}} => groups.forward(batch.forward(x));
            """
        },
        {
            "images: convolution, pooling, interpolation",
            $$"""
            private readonly Conv2d conv = Conv2d(4, 8, 3, padding: 1);
            private readonly AdaptiveAvgPool2d pool = AdaptiveAvgPool2d(1);
            {{Forward}}
            {
                var image = conv.call(x.reshape(2, 4, 2, 3));
                image = F.interpolate(image, scale_factor: [2, 2], mode: InterpolationMode.Nearest);
                image = F.max_pool2d(image, 2, 2) + F.avg_pool2d(image, 2, 2);
                return pool.forward(image).flatten(1);
            }
            """
        },
        { "pixel shuffle and back", $$"""{{Forward}} { var y = F.pixel_shuffle(x.reshape(2, 4, 2, 3), 2) * 2; return F.pixel_unshuffle(y, 2) + 1; }""" },
        {
            "window partition and reverse",
            $$"""
            private int window = 2;
            {{Forward}}
            {
                var (b, h, w, c) = (x.shape[0], 4, 2, 3);
                var image = x.reshape(b, h, w, c);
                var windows = image.view(b, h / window, window, w / window, window, c).permute(0, 1, 3, 2, 4, 5).reshape(-1, window * window, c);
                windows = windows * windows.mean([1], true);
                return windows.view(b, h / window, w / window, window, window, c).permute(0, 1, 3, 2, 4, 5).reshape(b, h, w, c);
            }
            """
        },
        {
            "attention with one linear layer for all",
            $$"""
            private readonly Linear qkv = Linear(6, 18), proj = Linear(6, 6);
            private int heads = 2, width = 3;
            {{Forward}}
            {
                var (b, n) = (x.shape[0], x.shape[1]);
                var parts = qkv.forward(x).reshape(b, n, 3, heads, width).permute(2, 0, 3, 1, 4);
                var (q, k, v) = (parts[0], parts[1], parts[2]);
                x = F.scaled_dot_product_attention(q, k, v).transpose(1, 2).reshape(b, n, heads * width);
                return proj.forward(x);
            }
            """
        },
        {
            "attention with three linear layers",
            $$"""
            private readonly Linear q = Linear(6, 6), k = Linear(6, 6), v = Linear(6, 6), proj = Linear(6, 6);
            private int heads = 3;
            {{Forward}}
            {
                var scores = Heads(q.forward(x)).matmul(Heads(k.forward(x)).transpose(-2, -1)).softmax(-1);
                return proj.forward(scores.matmul(Heads(v.forward(x))).transpose(1, 2).flatten(2));
            }
            private Tensor Heads(Tensor y) => y.unflatten(2, heads, -1L).transpose(1, 2);
            """
        },
        {
            "an array of modules by a counter",
            $$"""
            private readonly ModuleList<Linear> layers = new(Linear(6, 6), Linear(6, 6), Linear(6, 6));
            private readonly int[] order = [2, 0, 1];
            {{Forward}}
            {
                for (var i = 0; i < order.Length; i++)
                {
                    if (order[i] == 0) continue;
                    x = layers[order[i]].forward(x).relu();
                }
                return x;
            }
            """
        },
        {
            "a generic sub-module in parts",
            $$"""
            [PrunableModel] internal sealed partial class Twice<T> : Module<Tensor, Tensor> where T : Module<Tensor, Tensor>
            {
                private readonly T inner;
                public Twice(T inner) : base("t") { this.inner = inner; RegisterComponents(); }
                public override Tensor forward(Tensor x) => Again(inner.forward(x));
            }
            internal sealed partial class Twice<T>
            {
                private Tensor Again(Tensor x) => inner.call(x);
            }
            private readonly Twice<Linear> twice = new(Linear(6, 6));
            {{Forward}} => twice.forward(x);
            """
        },
        {
            "a relative position table by an index buffer",
            $$"""
            private readonly Parameter table = Parameter(arange(10).to(float32).reshape(5, 2));
            private readonly Tensor positions = arange(4).reshape(1, 4);
            public override Tensor forward(Tensor x) => x[.., .., ..2] + table[positions.view(-1)].view(4, 2);
            """
        },
        {
            "dispose scopes around a loop",
            $$"""
            {{Forward}}
            {
                for (var i = 0; i < 3; i++)
                {
                    using var scope = NewDisposeScope();
                    x = (x * 2 - i).MoveToOuterDisposeScope();
                }
                return x;
            }
            """
        },
    };

    [Theory]
    [MemberData(nameof(Operations))]
    public void Graph_computes_what_forward_does(string what, string members)
    {
        var difference = CompiledModel.Difference(ModelCode.Net(members), 2, 4, 6);
        Assert.True(difference is <= 1e-5, $"{what}: {(difference is null ? "refused" : difference)}");
    }
}
