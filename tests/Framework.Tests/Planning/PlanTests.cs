using Espalier.Framework.Tests.Motifs;
using Espalier.Graphs;
using Espalier.Planning;
using Espalier.Structures;
using Espalier.Surgery;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Framework.Tests.Planning;

/// <summary>Plans: making, refusing, writing, composing, applying and undoing.</summary>
public sealed class PlanTests
{
    private static readonly InputSpec Tokens = InputSpec.Of(2, 5, 6);
    private static readonly InputSpec Image = InputSpec.Of(2, 3, 4, 4);

    private static (TracedModel Model, ModelStructure Structure, PruningPlanner Planner) Open(nn.Module module, InputSpec input)
    {
        var model = TracedModel.Trace(module, input);
        var structure = ModelStructure.Find(model.Graphs);
        return (model, structure, new PruningPlanner(model, structure));
    }

    private static Dictionary<string, IReadOnlyList<int>> Cut(string group, params int[] units) => new() { [group] = units };

    [Fact]
    public void Plan_UnknownGroup_NamesTheGroupsThereAre()
    {
        using var module = new SplitQkv();
        var error = Assert.Throws<PlanException>(() => Open(module, Tokens).Planner.Plan(Cut("nothing", 0), "test"));
        Assert.Contains("no structure group 'nothing'", error.Message, StringComparison.Ordinal);
        Assert.Contains("proj", Open(module, Tokens).Structure.Groups[0].Members.Select(m => m.Parameter).Aggregate((a, b) => a + b), StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_UnitOutOfRange_NamesGroupAndRange()
    {
        using var module = new SplitQkv();
        var error = Assert.Throws<PlanException>(() => Open(module, Tokens).Planner.Plan(Cut("stem", 12), "test"));
        Assert.Contains("'stem' has no unit 12", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void PlanWidths_LeastImportantAreAllThatOneLayerMakes_KeepsOneOfThem()
    {
        // Fifteen channels are joined from 4, 6 and 5.
        using var module = new NestedCatResidual();
        var (_, structure, planner) = Open(module, Image);
        var plan = planner.PlanWidths(
            new Dictionary<IStructureGroup, int> { [structure.Group("a")] = 9 }, _ => [.. Enumerable.Range(0, 15).Select(unit => (double)unit)], "test");

        Assert.Equal([3], plan.Slices.Single(slice => slice.Parameter == "a.weight").Kept);
        Assert.Equal([3, 7, 8, 9, 10, 11, 12, 13, 14], plan.Slices.Single(slice => slice is { Parameter: "d.weight", Dimension: 0 }).Kept);
    }

    [Fact]
    public void Plan_UnequalRows_SaysWhatTheyWouldKeep()
    {
        using var module = new SplitQkv();
        var error = Assert.Throws<PlanException>(() => Open(module, Tokens).Planner.Plan(Cut("q", 0), "test"));
        Assert.Contains("3 and 4", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_AllUnits_NamesTheEmptyParameter()
    {
        using var module = new GluChunk();
        var error = Assert.Throws<PlanException>(() => Open(module, Tokens).Planner.Plan(Cut("up", [.. Enumerable.Range(0, 8)]), "test"));
        Assert.Contains("Nothing would be left", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.0)]
    [InlineData(double.NaN)]
    public void PlanUniform_RatioOutOfRange_IsRefused(double ratio)
    {
        using var module = new GluChunk();
        Assert.Throws<PlanException>(() => Open(module, Tokens).Planner.PlanUniform(ratio));
    }

    [Fact]
    public void PlanUniform_ScoreIsNotANumber_NamesTheGroup()
    {
        using var module = new GluChunk();
        var error = Assert.Throws<PlanException>(() =>
            Open(module, Tokens).Planner.PlanUniform(0.5, group => [.. Enumerable.Repeat(double.NaN, group.Count)]));
        Assert.Contains("'up'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void PlanUniform_FullyPinnedModel_IsEmpty()
    {
        using var module = new WidthFromHeads();
        var (model, structure, planner) = Open(module, Tokens);
        Assert.Empty(structure.Groups);
        Assert.True(planner.PlanUniform(0.5).IsEmpty);
        Assert.Contains(structure.Obstacles("q.weight", 0), reason => reason.Contains("field of the module", StringComparison.Ordinal));
        Assert.Contains(structure.Obstacles("head.weight", 0), reason => reason.Contains("output of the model", StringComparison.Ordinal));
    }

    [Fact]
    public void PlanUniform_WithScores_CutsTheLowest()
    {
        using var module = new GluChunk();
        var plan = Open(module, Tokens).Planner.PlanUniform(0.5, group => [5, 1, 6, 2, 7, 3, 8, 4]);
        Assert.Equal([1, 3, 5, 7], plan.Steps[0].Cuts.Single(cut => cut.Group == "up").Units);
    }

    [Fact]
    public void PlanUniform_MultipleOfFour_KeepsMultiples()
    {
        using var module = new CatWithItself();
        var plan = Open(module, Image).Planner.PlanUniform(0.3, options: new WidthOptions { Multiple = 4 });
        Assert.All(plan.Slices.Where(s => s.Parameter == "a.weight"), s => Assert.Equal(0, s.Kept.Count % 4));
    }

    [Fact]
    public void Read_WrittenPlan_IsTheSame()
    {
        using var module = new SplitQkv();
        var plan = Open(module, Tokens).Planner.PlanUniform(0.5);
        var copy = PlanJson.Read(PlanJson.Write(plan));
        Assert.Equal(plan.Slices, copy.Slices);
        Assert.Equal(plan.Fields, copy.Fields);
        Assert.Equal(plan.Inputs, copy.Inputs);
        Assert.Equal(PlanJson.Write(plan), PlanJson.Write(copy));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"model\": \"X\"}")]
    [InlineData("{\"model\": 3}")]
    public void Read_NoPlan_IsOneClearError(string json)
    {
        var error = Assert.Throws<PlanException>(() => PlanJson.Read(json, "bad.json"));
        Assert.StartsWith("bad.json", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_EveryTruncation_IsOneClearError()
    {
        using var module = new GluChunk();
        var text = PlanJson.Write(Open(module, Tokens).Planner.PlanUniform(0.5)).TrimEnd();
        for (var length = 0; length < text.Length; length++)
        {
            Assert.Throws<PlanException>(() => PlanJson.Read(text[..length]));
        }
    }

    [Theory]
    [InlineData("5-2")]
    [InlineData("a")]
    [InlineData("0-99999999999")]
    [InlineData("-1")]
    public void Read_BadIndices_IsOneClearError(string indices)
    {
        using var module = new GluChunk();
        var text = PlanJson.Write(Open(module, Tokens).Planner.PlanUniform(0.5));
        var bad = text.Replace("\"0-3\"", $"\"{indices}\"", StringComparison.Ordinal);
        Assert.NotEqual(text, bad);
        Assert.Throws<PlanException>(() => PlanJson.Read(bad));
    }

    [Fact]
    public void Load_MissingFile_NamesTheFile()
    {
        var error = Assert.Throws<PlanException>(() => PlanJson.Load("no-such-plan.json"));
        Assert.Contains("no-such-plan.json", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Apply_OtherModel_IsRefusedBeforeAnythingChanges()
    {
        using var module = new GluChunk();
        using var other = new WideAndDeep();
        var plan = Open(module, Tokens).Planner.PlanUniform(0.5);
        var traced = TracedModel.Trace(other, Tokens);
        var error = Assert.Throws<PlanException>(() => Surgeon.Apply(traced, plan));
        Assert.Contains("fingerprint", error.Message, StringComparison.Ordinal);
        Assert.Equal(traced.Fingerprint, ModelFingerprint.Of(other));
    }

    [Fact]
    public void Apply_Twice_SaysThatItWasApplied()
    {
        using var module = new GluChunk();
        var (model, _, planner) = Open(module, Tokens);
        var plan = planner.PlanUniform(0.5);
        using var applied = Surgeon.Apply(model, plan);
        var error = Assert.Throws<PlanException>(() => Surgeon.Apply(applied.Model, plan));
        Assert.Contains("applied already", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Apply_IndexOutOfRange_IsRefused()
    {
        using var module = new GluChunk();
        var (model, _, planner) = Open(module, Tokens);
        var plan = planner.PlanUniform(0.5);
        var bad = plan with { Slices = [.. plan.Slices.Select(slice => slice with { Kept = [0, slice.Width] })] };
        var error = Assert.Throws<PlanException>(() => Surgeon.Apply(model, bad));
        Assert.Contains("must be ascending", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Undo_AppliedPlan_RestoresResults()
    {
        using var scope = NewDisposeScope();
        using var module = new SplitQkv();
        var (model, _, planner) = Open(module, Tokens);
        var x = torch.randn(2, 5, 6);
        var before = module.forward(x);
        var applied = Surgeon.Apply(model, planner.PlanUniform(0.5));
        Assert.NotEqual(ModelFingerprint.Of(module), model.Fingerprint);
        applied.Undo();
        Assert.Equal(model.Fingerprint, ModelFingerprint.Of(module));
        Assert.Equal(0, (module.forward(x) - before).abs().max().ToDouble());
    }

    [Fact]
    public void Then_TwoPlans_EqualOneAfterTheOther()
    {
        using var scope = NewDisposeScope();
        using var first = new SplitQkv();
        using var second = new SplitQkv();
        second.load_state_dict(first.state_dict());
        var (model, _, planner) = Open(first, Tokens);
        var one = planner.PlanUniform(0.3);
        using var applied = Surgeon.Apply(model, one);
        var next = new PruningPlanner(applied.Model, ModelStructure.Find(applied.Model.Graphs)).PlanUniform(0.4);
        using var again = Surgeon.Apply(applied.Model, next);

        using var both = Surgeon.Apply(TracedModel.Trace(second, Tokens), one.Then(next));

        var x = torch.randn(2, 5, 6);
        Assert.Equal(ModelFingerprint.Of(first), ModelFingerprint.Of(second));
        Assert.Equal(0, (first.forward(x) - second.forward(x)).abs().max().ToDouble());
        Assert.Throws<PlanException>(() => next.Then(one));
    }

    [Fact]
    public void Apply_WithCompanions_SlicesThemAlike()
    {
        using var module = new GluChunk();
        var (model, _, planner) = Open(module, Tokens);
        using var momentum = torch.zeros(16, 6);
        var companions = new[] { ("up.weight", momentum) }.ToLookup(pair => pair.Item1, pair => pair.momentum);
        using var applied = Surgeon.Apply(model, planner.PlanUniform(0.5), companions);
        Assert.Equal([8, 6], momentum.shape);
    }

    [Fact]
    public void Trace_AndFind_AllocateNoTensor()
    {
        using var module = new ShiftedWindowAttention();
        _ = Open(module, Image);
        var before = torch.Tensor.TotalCount;
        var statistics = DisposeScopeManager.Statistics.CreatedOutsideScopeCount;
        _ = Open(module, Image);
        Assert.Equal(statistics, DisposeScopeManager.Statistics.CreatedOutsideScopeCount);
        _ = before;
    }

    [Fact]
    public void Trace_CyclicModule_NamesTheModule()
    {
        using var module = new CallsItself();
        var error = Assert.Throws<TraceException>(() => TracedModel.Trace(module, Tokens));
        Assert.Contains("calls itself", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Trace_SizeThatIsNotConcrete_IsRefused(long size)
    {
        using var module = new GluChunk();
        var error = Assert.Throws<TraceException>(() => TracedModel.Trace(module, InputSpec.Of(size, 5, 6)));
        Assert.Contains("concrete sizes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Trace_WrongInputShape_NamesPlaceAndSizes()
    {
        using var module = new GluChunk();
        var error = Assert.Throws<TraceException>(() => TracedModel.Trace(module, InputSpec.Of(2, 5, 7)));
        Assert.Contains("'up'", error.Message, StringComparison.Ordinal);
        Assert.Contains("7", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_ProtectedLayer_IsNotCut()
    {
        using var module = new WideAndDeep();
        var model = TracedModel.Trace(module, Tokens);
        var structure = ModelStructure.Find(model.Graphs, ["wide.weight"]);
        Assert.DoesNotContain(structure.Groups, group => group.Name == "wide");
        Assert.Contains("wide.weight is protected", structure.Obstacles("wide.weight", 0));
        Assert.Throws<ArgumentException>(() => ModelStructure.Find(model.Graphs, ["wide.wait"]));
    }
}
