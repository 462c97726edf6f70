namespace Espalier.Framework.Generators.Tests.Translation;

/// <summary>Statements: branches and loops on hyper-parameters stay what they are.</summary>
public class ControlFlowTests
{
    [Fact]
    public void Branches() => TraceSnapshot.OfNet(
        """
            private readonly string mode = "relu";
            private readonly int depth = 2;
            private readonly bool isDeep = true;

            /// <inheritdoc/>
            public override Tensor forward(Tensor x)
            {
                if (depth == 0) return x;
                if (training && isDeep)
                {
                    x = F.dropout(x, 0.5, training);
                }
                else if (depth > 1)
                    x = x.relu();
                else
                {
                    x = -x;
                }

                x = isDeep
                    ? x.sigmoid()
                    : x.tanh();
                x = mode switch
                {
                    "relu" => x.relu(),
                    "gelu" or "silu" when depth > 1 => F.gelu(x),
                    _ => throw new NotSupportedException($"No mode {mode}."),
                };
                switch (depth)
                {
                    case 1:
                        x = x + 1;
                        break;
                    case > 2 and < 5 when isDeep:
                        return x;
                    default:
                        x *= 2;
                        break;
                }

                Tensor? y = null;
                y ??= x;
                return y is null ? x : y;
            }
        """);

    [Fact]
    public void Loops() => TraceSnapshot.OfNet(
        """
            private readonly int depth = 3;

            /// <inheritdoc/>
            public override Tensor forward(Tensor x)
            {
                var i = 0;
                while (true)
                {
                    if (++i > depth) break;
                    x = x + i;
                }

                do
                {
                    x = x * 2;
                }
                while (--i > 0);

                for (int a = 0, b = depth; a < b; a++, b--)
                {
                    x = x - a;
                }

                foreach (var name in new[] { "a", "b" })
                {
                    x = name == "a" ? x + 1 : x;
                }

                return x;
            }
        """);

    [Fact]
    public void Scopes_vanish() => TraceSnapshot.OfNet(
        """
            /// <inheritdoc/>
            public override Tensor forward(Tensor x)
            {
                using var outer = NewDisposeScope();
                using (var inner = torch.NewDisposeScope())
                {
                    using var y = x.relu();
                    x = inner.MoveToOuter(y + 1);
                }

                using (NewDisposeScope())
                {
                    x = x.sigmoid().MoveToOuterDisposeScope();
                }

                var old = x;
                x = x * 2;
                old.Dispose();
                outer.Detach(x);
                return x.DetachFromDisposeScope();
            }
        """);

    [Fact]
    public void Deconstruction_and_lists() => TraceSnapshot.OfNet(
        """
            /// <inheritdoc/>
            public override Tensor forward(Tensor x)
            {
                var (values, indices) = x.max(1);
                (values, indices) = (indices, values);
                (var low, _) = x.min(dim: 1, keepdim: true);
                var parts = x.chunk(3, dim: 1);
                var (a, b) = (parts[0], parts[^1]);
                var features = new List<Tensor> { a };
                features.Add(b);
                features.AddRange([values, low]);
                var array = new[] { a, b };
                Tensor[] more = { a, features[1] };
                var named = new Dictionary<string, Tensor> { ["a"] = a };
                named["b"] = b;
                Func<Tensor, int, Tensor> power = (y, n) =>
                {
                    for (var i = 1; i < n; i++)
                    {
                        y = y * y;
                    }

                    return y;
                };
                return cat(features, 1) + cat([a, .. more], 1) + stack(array, dim: 0) + power(named["b"], 2);
            }
        """);
}
