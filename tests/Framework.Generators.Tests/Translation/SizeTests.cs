namespace Espalier.Framework.Generators.Tests.Translation;

/// <summary>Whole numbers: those that size tensors follow the widths, the others stay numbers.</summary>
public class SizeTests
{
    [Fact]
    public void Fused_attention() => TraceSnapshot.OfNet(
        """
            private readonly Linear qkv = Linear(8, 24), proj = Linear(8, 8);
            private int numHeads = 2;
            private int headDim = 4;
            private readonly double scale = 0.5;

            /// <inheritdoc/>
            public override Tensor forward(Tensor x)
            {
                var (b, n, c) = (x.shape[0], x.shape[1], x.shape[2]);
                var parts = qkv.forward(x)
                    .reshape(b, n, 3, numHeads, headDim)
                    .permute(2, 0, 3, 1, 4);
                var (q, k, v) = (parts[0], parts[1], parts[2]);
                var attention = softmax(q.matmul(k.transpose(-2, -1)) * scale, -1);
                x = attention.matmul(v).transpose(1, 2).reshape(b, n, numHeads * headDim);
                return proj.forward(x).reshape(b, n, c);
            }
        """);

    [Fact]
    public void Members_that_size_tensors() => TraceSnapshot.OfNet(
        """
            private int heads = 2;
            private long Width { get; set; } = 4;
            private int Inner => heads * (int)Width;
            private const int Three = 3;
            private static readonly int Four = 4;
            private readonly Options options = new();
            private readonly int depth = 2;

            /// <inheritdoc/>
            public override Tensor forward(Tensor x)
            {
                x = x.reshape(-1, heads, this.Width, Three, Four);
                x = x.reshape(Inner, options.Groups, -1);
                var width = heads * 2;
                int half = width / 2, count = depth;
                for (var i = 0; i < count && i < depth; i++)
                {
                    x = x.view(half, -1);
                }

                var parts = x.split(heads, 1);
                var (first, rest) = (x[.., ..heads], x[.., heads..]);
                return x.narrow(depth, 0, heads) + parts[depth] + first + rest + x[..^1];
            }

            private sealed class Options
            {
                public int Groups { get; set; } = 1;
            }
        """);

    [Fact]
    public void Numbers_from_shapes() => TraceSnapshot.OfNet(
        """
            /// <inheritdoc/>
            public override Tensor forward(Tensor x)
            {
                long b = x.shape[0];
                int h = (int)x.shape[2], w = (int)x.size(-1), two = 2;
                var side = (int)Math.Sqrt(x.shape[1]);
                var bigger = Math.Max(h, 4);
                h /= 2;
                h++;
                var sizes = new long[] { b, -1, h };
                x = x.reshape(sizes);
                x = x.reshape([b, .. x.shape[1..], two]);
                x = x.reshape(x.shape.Take(2).Append(w).ToArray());
                var list = new List<long> { b };
                list.Add(w);
                x = x.reshape(list.ToArray());
                for (var i = 0; i < h; i++)
                {
                    x = x + i + side + bigger;
                }

                for (var i = (int)x.shape[0]; i > 0; i--)
                {
                    x = x + i;
                }

                var order = new long[] { 1, 0 };
                x = x.permute(order) * (1 / Math.Sqrt(w)) / (float)w;
                var parts = new Tensor[h];
                parts[h - 1] = x;
                var length = w switch { 1 => b, > 2 => h, _ => w };
                x = x.view(length, b > 2 ? h : 1);
                return x.shape is [_, var last] && last % 2 == 0 ? x : parts[h - 1];
            }
        """);

    [Fact]
    public void Sizes_through_methods() => TraceSnapshot.OfNet(
        """
            private int window = 2;

            /// <inheritdoc/>
            public override Tensor forward(Tensor x)
            {
                var (h, w) = Grid(x);
                x = Partition(x, window);
                Check(x, 3);
                x = Reverse(x, h: h, w: w);
                return Local(x, 2, w);

                static Tensor Local(Tensor y, int times, long width)
                {
                    for (var i = 0; i < times; i++)
                    {
                        y = y.reshape(-1, width);
                    }

                    return y;
                }
            }

            private static (int H, int W) Grid(Tensor x) => ((int)x.shape[1], (int)x.shape[2]);

            private static Tensor Partition(Tensor x, int size = 7, int axis = 1)
            {
                var (b, h, w, c) = (x.shape[0], x.shape[1], x.shape[2], x.shape[3]);
                x = x.view(b, h / size, size, w / size, size, c);
                return x.permute(0, 1, 3, 2, 4, 5).contiguous().view(-1, size, size, c).flatten(axis);
            }

            private Tensor Reverse(Tensor x, int h, int w) => x.view(-1, h / window, w / window, window, window, x.shape[^1]);

            private static void Check(Tensor x, int rank)
            {
                if (x.ndim != rank || x.shape[0] == 0)
                {
                    throw new ArgumentException($"Wrong shape: {string.Join(", ", x.shape)} for {nameof(x)}.");
                }
            }
        """);

    [Fact]
    public void Primary_constructor() => TraceSnapshot.OfFiles([
        """
        namespace Demo;

        /// <summary>A model.</summary>
        /// <param name="heads">The heads.</param>
        /// <param name="table">A table.</param>
        [PrunableModel]
        public sealed partial class Net(int heads, Tensor table) : Module<Tensor, Tensor>("net")
        {
            /// <inheritdoc/>
            public override Tensor forward(Tensor x) => x.reshape(-1, heads) + table;
        }
        """,
    ]);
}
