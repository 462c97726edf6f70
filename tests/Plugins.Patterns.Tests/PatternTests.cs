using Espalier.Patterns;
using static TorchSharp.torch;

namespace Espalier.Plugins.Patterns.Tests;

/// <summary>What holds for every pattern.</summary>
public sealed class PatternTests
{
    private static readonly Dictionary<string, (Func<ISparsityPattern> Make, long[] Shape)> All = new()
    {
        ["channel"] = (() => new ChannelPattern(new() { Sparsity = 0.4 }), [5, 3]),
        ["channel convolution"] = (() => new ChannelPattern(new()), [4, 2, 1, 2]),
        ["unstructured"] = (() => new UnstructuredPattern(new() { Sparsity = 0.7 }), [3, 4]),
        ["unstructured rows"] = (() => new UnstructuredPattern(new() { Sparsity = 0.6, Scope = MaskScope.Row }), [2, 3, 2, 1]),
        ["2:4"] = (() => new NmPattern(new()), [2, 8]),
        ["1:3"] = (() => new NmPattern(new() { N = 1, M = 3 }), [2, 6]),
        ["2:4 convolution"] = (() => new NmPattern(new()), [2, 4, 1, 2]),
        ["block 2x2"] = (() => new BlockPattern(new() { Rows = 2, Columns = 2 }), [4, 6]),
        ["block 2x2 rows"] = (() => new BlockPattern(new() { Rows = 2, Columns = 2, Sparsity = 0.3, Scope = MaskScope.Row }), [4, 8]),
        ["block 2x1 convolution"] = (() => new BlockPattern(new() { Rows = 2, Columns = 1, Sparsity = 0.25 }), [4, 2, 2, 1]),
        ["block ragged"] = (() => new BlockPattern(new() { Rows = 2, Columns = 4, Ragged = true }), [3, 6]),
        ["1x2"] = (() => new OneByNPattern(new() { N = 2, Sparsity = 0.5 }), [4, 4]),
        ["1x2 convolution"] = (() => new OneByNPattern(new() { N = 2, Sparsity = 0.25, Scope = MaskScope.Tensor }), [4, 3, 2, 1]),
    };

    public static TheoryData<string> Names => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void BestMask_SmallWeight_KeepsAsMuchAsAnyLegalMask(string name)
    {
        using var scope = NewDisposeScope();
        var (make, shape) = All[name];
        var pattern = make();
        Assert.Null(pattern.Obstacle(shape));
        for (var seed = 0; seed < 3; seed++)
        {
            var score = Scores(shape, seed);
            var mask = pattern.BestMask(score);
            Assert.True(pattern.IsLegal(mask));
            Assert.Equal(BruteForce.Best(name, shape, Values(score)), Kept(score, mask), 1e-9);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void BestMask_OfItsOwnResult_IsTheSame(string name)
    {
        using var scope = NewDisposeScope();
        var (make, shape) = All[name];
        var score = Scores(shape, 1);
        var mask = make().BestMask(score);
        Assert.True(mask.Equals(make().BestMask(score * mask)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void BestMask_EqualScores_KeepsLowerIndices(string name)
    {
        using var scope = NewDisposeScope();
        var (make, shape) = All[name];
        var mask = make().BestMask(ones(shape));
        var zeroed = make().BestMask(zeros(shape));
        Assert.True(name.Contains("ragged", StringComparison.Ordinal) || mask.Equals(zeroed));
        Assert.True(mask.flatten()[0].item<bool>());
        Assert.False(mask.flatten()[-1].item<bool>());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void BestMask_PositiveScale_ChangesNothing(string name)
    {
        using var scope = NewDisposeScope();
        var (make, shape) = All[name];
        var score = Scores(shape, 2);
        Assert.True(make().BestMask(score).Equals(make().BestMask(score * 8)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void BestMask_BadScores_AreRefused(string name)
    {
        using var scope = NewDisposeScope();
        var (make, shape) = All[name];
        Assert.Contains("not a number", Assert.Throws<ArgumentException>(() => make().BestMask(full(shape, double.NaN))).Message, StringComparison.Ordinal);
        Assert.Contains("negative", Assert.Throws<ArgumentException>(() => make().BestMask(full(shape, -1.0))).Message, StringComparison.Ordinal);
        Assert.Contains("[7]", Assert.Throws<ArgumentException>(() => make().BestMask(ones(7))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void IsLegal_EverythingStays_IsFalse(string name)
    {
        using var scope = NewDisposeScope();
        var (make, shape) = All[name];
        Assert.False(make().IsLegal(ones(shape, ScalarType.Bool)));
        Assert.True(make().IsLegal(zeros(shape, ScalarType.Bool)));
        Assert.False(make().IsLegal(zeros(shape)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void BestMask_LeavesNoTensorBehind(string name)
    {
        using var scope = NewDisposeScope();
        var (make, shape) = All[name];
        var score = Scores(shape, 0);
        var before = scope.DisposablesCount;
        var mask = make().BestMask(score);
        Assert.Equal(before + 1, scope.DisposablesCount);
        make().IsLegal(mask);
        Assert.Equal(before + 1, scope.DisposablesCount);
    }

    private static Tensor Scores(long[] shape, int seed)
    {
        var random = new Random(seed);
        var values = Enumerable.Range(0, (int)shape.Aggregate(1L, (a, b) => a * b)).Select(_ => random.Next(1, 1000) / 64.0).ToArray();
        return tensor(values).reshape(shape);
    }

    private static double[] Values(Tensor tensor) => tensor.contiguous().data<double>().ToArray();

    private static double Kept(Tensor score, Tensor mask) => (score * mask).sum().item<double>();
}
