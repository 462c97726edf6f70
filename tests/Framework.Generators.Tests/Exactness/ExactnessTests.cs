using Espalier.Framework.Generators.Tests.Harness;

namespace Espalier.Framework.Generators.Tests.Exactness;

/// <summary>
/// The graph of a model computes what its forward does, whatever C# the forward is written in: or the model is refused, by a diagnostic or when it is
/// traced. Nothing is silently wrong.
/// </summary>
public class ExactnessTests
{
    private const string Forward = "public override Tensor forward(Tensor x)";

    /// <summary>Models that must be exact, on an input of 2 x 4 x 6.</summary>
    public static TheoryData<string, string> Exact => new()
    {
        { "early return", $$"""private readonly int depth = 2; {{Forward}} { if (depth > 1) { return x * 2; } return x; }""" },
        {
            "loops over a list, backwards too",
            $$"""
            private readonly ModuleList<Linear> l = new(Linear(6, 6), Linear(6, 6));
            {{Forward}}
            {
                foreach (var m in l) x = m.forward(x).relu();
                for (var i = l.Count - 1; i >= 0; i--) x = l[i].call(x) + i;
                return x;
            }
            """
        },
        {
            "while with a counter in an index",
            $$"""
            private readonly ModuleList<Linear> l = new(Linear(6, 6), Linear(6, 6));
            {{Forward}}
            {
                var i = 0;
                while (i < l.Count) x = l[i++].forward(x);
                return x;
            }
            """
        },
        { "compound assignment does not touch an alias", $$"""{{Forward}} { var y = x; x += 1; x *= 2; x -= y; x /= 3; return x + y; }""" },
        { "increments", $$"""{{Forward}} { var i = 0; var j = i++ + ++i; return x * j - i; }""" },
        {
            "shapes as numbers",
            $$"""
            {{Forward}}
            {
                int h = (int)x.shape[1], w = (int)x.shape[2];
                h /= 2;
                h++;
                return x * h + w / 4 + (double)w / 4 + w % 4 - Math.Sqrt(h) + (float)h;
            }
            """
        },
        {
            "integer division of shapes",
            $$"""
            {{Forward}}
            {
                var n = x.shape[2] / 4 * 4;
                return x[.., .., ..(int)n] * (x.shape[2] / 4.0);
            }
            """
        },
        {
            "list patterns on shapes",
            $$"""
            {{Forward}} => x.shape is [var b, .., var c] && c % 3 == 0 ? x.reshape(b, -1, 3, c / 3).sum(2) : x;
            """
        },
        { "switch over a size", $$"""{{Forward}} => x.shape[1] switch { 1 => x, > 3 and < 5 => x * 4, _ => -x };""" },
        {
            "recursion with a counter",
            $$"""
            {{Forward}} => Power(x, 3);
            private static Tensor Power(Tensor x, int n) => n == 0 ? ones_like(x) : x * Power(x, n - 1);
            """
        },
        {
            "out parameters",
            $$"""
            {{Forward}}
            {
                Split(x, out var a, out var n);
                return a * n;
            }
            private static void Split(Tensor x, out Tensor a, out int n)
            {
                a = x.chunk(2, 1)[1];
                n = (int)x.shape[1];
            }
            """
        },
        {
            "local functions and captures",
            $$"""
            {{Forward}}
            {
                var k = 2;
                Tensor Twice(Tensor y) => y * k + Inner(y);
                Tensor Inner(Tensor y)
                {
                    k++;
                    return y - k;
                }
                return Twice(x) + Twice(x);
            }
            """
        },
        {
            "lambdas",
            $$"""
            {{Forward}}
            {
                Func<Tensor, Tensor> f = y => y.sigmoid();
                Func<Tensor, Tensor, Tensor> g = (a, b) =>
                {
                    var c = a * b;
                    return c + 1;
                };
                return g(f(x), f(f(x)));
            }
            """
        },
        {
            "lists of tensors",
            $$"""
            {{Forward}}
            {
                var l = new List<Tensor> { x };
                for (var i = 0; i < 3; i++) l.Add(l[^1] * i + 1);
                l.Reverse();
                l.RemoveAt(0);
                return cat(l, 1) + stack([.. l], 0).mean([0]).repeat(1, 3, 1);
            }
            """
        },
        {
            "dictionaries of tensors",
            $$"""
            {{Forward}}
            {
                var d = new Dictionary<string, Tensor> { ["b"] = x * 2, ["a"] = x };
                d["c"] = d["b"] - 1;
                var s = zeros_like(x);
                foreach (var (k, v) in d) s = s + v * k.Length;
                return s;
            }
            """
        },
        {
            "linq",
            $$"""
            private readonly ModuleList<Linear> l = new(Linear(6, 6), Linear(6, 6));
            {{Forward}} => l.Select((m, i) => m.forward(x) * (i + 1)).Concat([x]).Aggregate((a, b) => a + b);
            """
        },
        {
            "deconstruction that swaps",
            $$"""
            {{Forward}}
            {
                var (a, b) = (x * 2, x + 1);
                (a, b) = (b, a);
                var (v, i) = a.max(2);
                return b - v.unsqueeze(2);
            }
            """
        },
        {
            "conditional access on a missing module",
            $$"""
            private readonly Linear? none = null;
            private readonly Linear? some = Linear(6, 6);
            {{Forward}} => (none?.forward(x) ?? x) + (some?.forward(x).relu() ?? x);
            """
        },
        {
            "missing parameters",
            $$"""
            private readonly Parameter? none = null;
            private readonly Parameter? some = Parameter(ones(6) * 3);
            {{Forward}}
            {
                if (none is not null) x += none;
                if (some is { } p) x *= p;
                return some is null ? x : x - some;
            }
            """
        },
        {
            "a field of tensors",
            $$"""
            private readonly Tensor[] t = [ones(6), ones(6) * 2];
            {{Forward}}
            {
                foreach (var each in t) x = x * each;
                return x + t[1] + cat(t, 0).sum();
            }
            """
        },
        {
            "computed properties",
            $$"""
            private readonly Parameter p = Parameter(ones(6) * 2);
            private int heads = 2;
            private int Wide => heads * 3;
            private Tensor Twice => p * 2;
            {{Forward}} => (x * Twice).reshape(2, 4, heads, Wide / 2).transpose(2, 3).reshape(2, 4, Wide);
            """
        },
        {
            "inherited code",
            $$"""
            public abstract class Base : Module<Tensor, Tensor>
            {
                protected Base() : base("b")
                {
                }
                public override Tensor forward(Tensor x) => Head(Stem(x));
                protected abstract Tensor Stem(Tensor x);
                protected virtual Tensor Head(Tensor x) => x + 1;
            }
            [PrunableModel] public sealed partial class Inner : Base
            {
                protected override Tensor Stem(Tensor x) => x * 2;
                protected override Tensor Head(Tensor x) => base.Head(x) * 3;
            }
            private readonly Inner inner = new();
            {{Forward}} => inner.forward(x);
            """
        },
        {
            "inherited trace with overrides",
            $$"""
            [PrunableModel] public partial class Base : Module<Tensor, Tensor>
            {
                public Base() : base("b")
                {
                }
                public override Tensor forward(Tensor x) => Head(x * 2);
                protected virtual Tensor Head(Tensor x) => x + 1;
            }
            [PrunableModel] public sealed partial class Inner : Base
            {
                protected override Tensor Head(Tensor x) => base.Head(x) * 3;
            }
            private readonly Base inner = new Inner();
            private readonly Base plain = new();
            {{Forward}} => inner.forward(x) - plain.forward(x);
            """
        },
        {
            "generic helpers",
            $$"""
            private readonly Linear a = Linear(6, 6);
            {{Forward}} => Apply(a, x, 2);
            private static Tensor Apply<T>(T m, Tensor x, int n) where T : Module<Tensor, Tensor> { for (var i = 0; i < n; i++) x = m.forward(x); return x; }
            """
        },
        {
            "named and optional arguments",
            $$"""
            {{Forward}} => Mix(b: x, a: x * 2) + Mix(x, x, c: 3);
            private static Tensor Mix(Tensor a, Tensor b, int c = 2, double d = 0.5) => a * c - b * d;
            """
        },
        {
            "indexing",
            $$"""
            {{Forward}}
            {
                var n = 2;
                return x[0, 1..3].unsqueeze(0) + x[.., n, ..].unsqueeze(1) + x[TensorIndex.Ellipsis, TensorIndex.Slice(null, null, 1)][.., ..2] * x[.., ^1..];
            }
            """
        },
        {
            "constants",
            $$"""
            private const double Half = -0.5;
            private static readonly int Three = 3;
            private readonly float scale = 0.1f;
            {{Forward}} => x * Half + Three - scale * x + int.MaxValue % 7;
            """
        },
        {
            "using declarations",
            $$"""
            {{Forward}}
            {
                using var s = NewDisposeScope();
                using var y = x * 2;
                var z = y + 1;
                return z.MoveToOuterDisposeScope();
            }
            """
        },
        {
            "several models in a chain",
            $$"""
            [PrunableModel] public sealed partial class Two : Module<Tensor, (Tensor, Tensor)>
            {
                public Two() : base("t")
                {
                }
                public override (Tensor, Tensor) forward(Tensor x) => (x.relu(), x * 2);
            }
            private readonly Two two = new();
            {{Forward}}
            {
                var (a, b) = two.forward(x);
                (a, _) = two.forward(b - a);
                return a + b;
            }
            """
        },
        {
            "null coalescing assignment",
            $$"""
            {{Forward}}
            {
                Tensor? sum = null;
                for (var i = 0; i < 3; i++)
                {
                    sum = sum is null ? x : sum + x * i;
                }
                sum ??= x;
                return sum;
            }
            """
        },
        {
            "strings and exceptions",
            $$"""
            private readonly string mode = "b";
            {{Forward}}
            {
                switch (mode)
                {
                    case "a": return x;
                    case "b": x = x * 2;
                    goto case "c";
                    case "c": return x + 1;
                    default: throw new InvalidOperationException($"{mode}: {x.shape[0]}");
                }
            }
            """
        },
        {
            "training is off",
            $$"""
            private readonly Dropout drop = Dropout(0.5);
            {{Forward}} => training ? -x : drop.forward(F.dropout(x, 0.5, training));
            """
        },
        {
            "a method of two overloads",
            $$"""
            {{Forward}} => Act(x) + Act(x, 2) + Act(2, x);
            private static Tensor Act(Tensor x) => x;
            private static Tensor Act(Tensor x, int n) => x * n;
            private static Tensor Act(int n, Tensor x) => x - n;
            """
        },
        {
            "sizes in lists",
            $$"""
            {{Forward}}
            {
                var sizes = new List<long>(x.shape[..2]);
                sizes.Add(2);
                sizes.Add(x.shape[2] / 2);
                var y = x.reshape(sizes.ToArray());
                var order = Enumerable.Range(0, 4).Select(i => (long)i).Reverse().ToArray();
                return y.permute(order);
            }
            """
        },
    };

    /// <summary>Models that are exact or refused: what a translation could easily get wrong.</summary>
    public static TheoryData<string, string> ExactOrRefused => new()
    {
        { "in place on an alias", $$"""{{Forward}} { x = x + 0; var y = x; x.relu_(); return x + y; }""" },
        { "in place on a view", $$"""{{Forward}} { x = x + 0; var y = x.view(-1); y.add_(1); return x; }""" },
        { "in place on a slice", $$"""{{Forward}} { x = x + 0; x[.., 0].mul_(2); return x; }""" },
        { "in place on a transposed view", $$"""{{Forward}} { x = x + 0; var y = x.transpose(1, 2); x.mul_(3); return y; }""" },
        { "in place by a function", $$"""{{Forward}} { x = x + 0; var y = x; F.relu(x, inplace: true); return y; }""" },
        {
            "in place by a module",
            $$"""
            private readonly ReLU act = ReLU(inplace: true);
            {{Forward}}
            {
                x = x + 0;
                var y = x;
                return act.forward(x) + y;
            }
            """
        },
        { "in place on a chunk", $$"""{{Forward}} { x = x + 0; x.chunk(2, 1)[0].zero_(); return x; }""" },
        { "elements assigned", $$"""{{Forward}} { x = x + 0; x[0] = x[1]; return x; }""" },
        { "no gradients", $$"""{{Forward}} { using (no_grad()) { x = x * 2; } return x; }""" },
        { "values decide", $$"""{{Forward}} => x.sum().item<float>() > 0 ? x : -x;""" },
        { "values in a loop", $$"""{{Forward}} { while (x.sum().item<float>() < 10) x = x + 1; return x; }""" },
        { "a mask picks elements", $$"""{{Forward}} => x[x > 0].sum();""" },
        { "positions that are not zero", $$"""{{Forward}} => x + x.nonzero().sum();""" },
        { "state", $$"""private int calls; {{Forward}} { calls++; return x * calls; }""" },
        { "state in a helper", $$"""private int calls; {{Forward}} { Count(); return x * calls; } private void Count() => calls++;""" },
        {
            "a module switched",
            $$"""
            private readonly Dropout drop = Dropout(0.5);
            {{Forward}}
            {
                drop.train();
                return drop.forward(x);
            }
            """
        },
        { "a cached tensor", $$"""private Tensor? cache; {{Forward}} { cache ??= x; return cache + x; }""" },
        { "a delegate", $$"""private readonly Func<Tensor, Tensor> act = y => y * 2; {{Forward}} => act(x);""" },
        {
            "a virtual property",
            $$"""
            public class Base : Module<Tensor, Tensor>
            {
                public Base() : base("b")
                {
                }
                protected virtual Tensor Twice => ones(6);
                public override Tensor forward(Tensor x) => x * Twice;
            }
            [PrunableModel] public partial class Inner : Base
            {
                protected override Tensor Twice => ones(6) * 2;
            }
            private readonly Inner inner = new();
            {{Forward}} => inner.forward(x);
            """
        },
        { "sizes that look like a dimension", $$"""{{Forward}} => cat(x.split(2L, 2L), 1);""" },
        {
            "a number handed to an annotated sub-module",
            $$"""
            [PrunableModel] public sealed partial class Inner : Module<Tensor, int, Tensor>
            {
                public Inner() : base("i")
                {
                }
                public override Tensor forward(Tensor x, int n) => x.reshape(2, n, -1).transpose(1, 2);
            }
            private readonly Inner inner = new();
            {{Forward}} => inner.forward(x, (int)x.shape[1] / 2);
            """
        },
        { "a forward in terms of itself", $$"""{{Forward}} => x.shape[0] > 5 ? x : forward(cat([x, x], 0));""" },
        {
            "a shared buffer",
            $$"""
            {{Forward}}
            {
                var b = new Tensor[2];
                for (var i = 0; i < 2; i++)
                {
                    b[i] = x * i;
                }
                var c = b;
                c[0] = x;
                return b[0] + b[1];
            }
            """
        },
        { "captured by reference", $$"""{{Forward}} { var k = 1; Func<Tensor, Tensor> f = y => y * k; k = 3; return f(x); }""" },
        {
            "evaluated late",
            $$"""
            {{Forward}}
            {
                var k = 1;
                var q = new[] { x, x }.Select(y => y * k);
                k = 3;
                return q.Aggregate((a, b) => a + b);
            }
            """
        },
    };

    [Theory]
    [MemberData(nameof(Exact))]
    public void Graph_computes_what_forward_does(string what, string members)
    {
        var difference = CompiledModel.Difference(ModelCode.Net(members), 2, 4, 6);
        Assert.True(difference is <= 1e-5, $"{what}: {(difference is null ? "refused" : difference)}");
    }

    [Theory]
    [MemberData(nameof(ExactOrRefused))]
    public void Graph_computes_what_forward_does_or_is_refused(string what, string members)
    {
        var difference = CompiledModel.Difference(ModelCode.Net(members), 2, 4, 6);
        Assert.True(difference is null or <= 1e-5, $"{what}: {difference}");
    }
}
