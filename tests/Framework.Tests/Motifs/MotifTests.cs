using Espalier.Framework.Tests.Exactness;
using Espalier.Graphs;
using Espalier.Planning;
using Espalier.Structures;
using Espalier.Surgery;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Framework.Tests.Motifs;

/// <summary>Small networks with everything that makes pruning hard: each is cut exactly, or refused with a reason.</summary>
public sealed class MotifTests
{
    private static readonly InputSpec Image = InputSpec.Of(2, 3, 4, 4);
    private static readonly InputSpec Tokens = InputSpec.Of(2, 5, 6);

    internal static readonly Dictionary<string, (Func<nn.Module> Create, InputSpec[] Inputs)> Motifs = new()
    {
        [nameof(CatWithItself)] = (() => new CatWithItself(), [Image]),
        [nameof(CatOfResiduals)] = (() => new CatOfResiduals(), [Image]),
        [nameof(NestedCatResidual)] = (() => new NestedCatResidual(), [Image]),
        [nameof(GroupedConvolution)] = (() => new GroupedConvolution(), [Image]),
        [nameof(DepthwiseMultiplier)] = (() => new DepthwiseMultiplier(), [Image]),
        [nameof(InvertedResidual)] = (() => new InvertedResidual(), [Image]),
        [nameof(ChannelShuffle)] = (() => new ChannelShuffle(), [Image]),
        [nameof(ShuffleUnit)] = (() => new ShuffleUnit(), [Image]),
        [nameof(ChunkAfterShuffle)] = (() => new ChunkAfterShuffle(), [Image]),
        [nameof(SharedTwice)] = (() => new SharedTwice(), [Image]),
        [nameof(PixelShuffleNet)] = (() => new PixelShuffleNet(), [Image]),
        [nameof(FlattenAfterConvolution)] = (() => new FlattenAfterConvolution(), [Image]),
        [nameof(StackMean)] = (() => new StackMean(), [Image]),
        [nameof(SqueezeExcite)] = (() => new SqueezeExcite(), [Image]),
        [nameof(GateOverSpace)] = (() => new GateOverSpace(), [Image]),
        [nameof(ResidualOnInput)] = (() => new ResidualOnInput(), [Image]),
        [nameof(TrainingBranch)] = (() => new TrainingBranch(), [Image]),
        [nameof(DeadBranch)] = (() => new DeadBranch(), [Image]),
        [nameof(MixesChannelAndSpace)] = (() => new MixesChannelAndSpace(), [Image]),
        [nameof(TransposedConvolution)] = (() => new TransposedConvolution(), [Image]),
        [nameof(FunctionalConvolution)] = (() => new FunctionalConvolution(), [Image]),
        [nameof(ConvolutionToOneChannel)] = (() => new ConvolutionToOneChannel(), [Image]),
        [nameof(GroupNormNet)] = (() => new GroupNormNet(), [Image]),
        [nameof(InstanceNormNet)] = (() => new InstanceNormNet(), [Image]),
        [nameof(SmallUNet)] = (() => new SmallUNet(), [Image]),
        [nameof(UpsampleCat)] = (() => new UpsampleCat(), [Image]),
        [nameof(PaddedChannels)] = (() => new PaddedChannels(), [Image]),
        [nameof(MeanOverChannels)] = (() => new MeanOverChannels(), [Image]),
        [nameof(SoftmaxOverChannels)] = (() => new SoftmaxOverChannels(), [Image]),
        [nameof(RolledChannels)] = (() => new RolledChannels(), [Image]),
        [nameof(IndexedChannels)] = (() => new IndexedChannels(), [Image]),
        [nameof(SliceFirst)] = (() => new SliceFirst(), [Image]),
        [nameof(LiteralView)] = (() => new LiteralView(), [Image]),
        [nameof(SumOverChannels)] = (() => new SumOverChannels(), [Image]),
        [nameof(SplitWithSizes)] = (() => new SplitWithSizes(), [Image]),
        [nameof(LoopFeedsBack)] = (() => new LoopFeedsBack(), [Image]),
        [nameof(PatchMerging)] = (() => new PatchMerging(), [Image]),
        [nameof(ShiftedWindowAttention)] = (() => new ShiftedWindowAttention(), [Image]),
        [nameof(TiedEmbedding)] = (() => new TiedEmbedding(), [new InputSpec("tokens", [2, 5], ScalarType.Int64)]),
        [nameof(GluChunk)] = (() => new GluChunk(), [Tokens]),
        [nameof(SwiGluSplit)] = (() => new SwiGluSplit(), [Tokens]),
        [nameof(WideAndDeep)] = (() => new WideAndDeep(), [Tokens]),
        [nameof(TwoOutputs)] = (() => new TwoOutputs(), [Tokens]),
        [nameof(LayerScaleBlock)] = (() => new LayerScaleBlock(), [Tokens]),
        [nameof(PositionTable)] = (() => new PositionTable(), [Tokens]),
        [nameof(Bilinear)] = (() => new Bilinear(), [Tokens]),
        [nameof(OuterProductFlatten)] = (() => new OuterProductFlatten(), [Tokens]),
        [nameof(FusedQkv)] = (() => new FusedQkv(), [Tokens]),
        [nameof(FusedQkvWithNorms)] = (() => new FusedQkvWithNorms(), [Tokens]),
        [nameof(SplitQkv)] = (() => new SplitQkv(), [Tokens]),
        [nameof(EinsumAttention)] = (() => new EinsumAttention(), [Tokens]),
        [nameof(GroupedQueryAttention)] = (() => new GroupedQueryAttention(), [Tokens]),
        [nameof(MultiQueryAttention)] = (() => new MultiQueryAttention(), [Tokens]),
        [nameof(CrossAttention)] = (() => new CrossAttention(), [Tokens, new InputSpec("memory", [2, 7, 5])]),
        [nameof(HeadGate)] = (() => new HeadGate(), [Tokens]),
        [nameof(WidthFromHeads)] = (() => new WidthFromHeads(), [Tokens]),
    };

    /// <summary>All motifs.</summary>
    public static TheoryData<string> Names => [.. Motifs.Keys];

    /// <summary>Every group of every motif, alone and together.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Apply_RandomLegalPlans_EqualsMaskedModel(string motif)
    {
        var (create, inputs) = Motifs[motif];
        var plans = int.TryParse(Environment.GetEnvironmentVariable("ESPALIER_PLANS"), out var asked) ? asked : 6;
        new ExactnessCheck(create, inputs).Run(plans, 1e-10);
    }

    /// <summary>What each motif offers to cut.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Find_Motif_GroupsAreAsExpected(string motif)
    {
        var (create, inputs) = Motifs[motif];
        var groups = new ExactnessCheck(create, inputs).Structure().Groups
            .Select(g => $"{g.Name} {g.Count}{(g.Rows.Max() > 0 ? $"/{g.Rows.Max() + 1}" : "")}");
        Assert.Equal(MotifExpectations.Groups[motif], string.Join(", ", groups));
    }

    /// <summary>A scale computed in forward would change with the width: the plan is refused and the model stays as it was.</summary>
    [Fact]
    public void Apply_ScaleComputedFromWidth_IsRefusedAndUndone()
    {
        using var model = new ScaleFromWidth();
        var traced = TracedModel.Trace(model, Tokens);
        var structure = ModelStructure.Find(traced.Graphs);
        var planner = new PruningPlanner(traced, structure);
        var keys = structure.Group("q");
        var plan = planner.PlanWidths(new Dictionary<IStructureGroup, int> { [keys] = 6 }, null, "half");
        var before = ModelFingerprint.Of(model);

        var error = Assert.Throws<PlanException>(() => Surgeon.Apply(traced, plan));

        Assert.Contains("computed from a width", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, ModelFingerprint.Of(model));
        Assert.Equal([2, 5, 4], model.forward(torch.randn(2, 5, 6)).shape);
    }
}
