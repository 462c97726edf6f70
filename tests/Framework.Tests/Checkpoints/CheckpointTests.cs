using Espalier.Checkpoints;
using Espalier.Data;
using Espalier.Framework.Tests.Runs;
using Espalier.Framework.Tests.Weights;
using Espalier.Graphs;
using Espalier.Methods;
using Espalier.Models;
using Espalier.Planning;
using Espalier.Recipes;
using Espalier.Structures;
using Espalier.Weights;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Framework.Tests.Checkpoints;

public sealed class CheckpointTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    private string FilePath => temporary.At("model.safetensors");

    public void Dispose() => temporary.Dispose();

    [Fact]
    public void Load_CutAndMaskedModel_IsTheSameModel()
    {
        using var input = ones(2, 1, 6, 6);
        float[] expected;
        CheckpointMetadata metadata;
        using (var saved = Saved())
        {
            expected = Output(saved.Model, input);
            metadata = saved.Metadata;
        }

        using var loaded = Checkpoint.Load(FilePath, new SmallParts());

        Assert.Equal(expected, Output(loaded.Model, input));
        Assert.Equal(4, loaded.Model.Evaluation.Parameters.Single(p => p.Name == "conv.weight").Shape[0]);
        Assert.Equal(["conv.weight"], loaded.Masks.Masks.Keys);
        Assert.Equal(metadata.Classes, loaded.Metadata.Classes);
        Assert.Equal(metadata.Normalization, loaded.Metadata.Normalization);
        Assert.Equal(metadata.Metrics, loaded.Metadata.Metrics);
        Assert.Equal(PlanJson.Write(metadata.Plan!), PlanJson.Write(loaded.Metadata.Plan!));
    }

    [Fact]
    public void Save_LoadedModel_GivesTheSameBytes()
    {
        Saved().Dispose();
        using var loaded = Checkpoint.Load(FilePath, new SmallParts());

        Checkpoint.Save(temporary.At("again.safetensors"), loaded.Model, loaded.Masks, loaded.Metadata);

        Assert.Equal(File.ReadAllBytes(FilePath), File.ReadAllBytes(temporary.At("again.safetensors")));
    }

    [Fact]
    public void Load_WeightsWithoutMetadata_SaysWhatIsMissing()
    {
        using var weight = ones(2);
        SafetensorsWriter.Write(FilePath, [("a", weight)]);

        Assert.Contains("'espalier'", Failure().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_OtherPluginThatMakesAnotherModel_NamesBothFingerprints()
    {
        using (var saved = Saved())
        {
            Rewrite(saved, saved.Metadata with { Plan = null });
        }

        var message = Failure().Message;
        Assert.Contains("fingerprint", message, StringComparison.Ordinal);
        Assert.Contains(FilePath, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_UnknownFamily_NamesFileAndFamily()
    {
        using (var saved = Saved())
        {
            Rewrite(saved, saved.Metadata with { Model = saved.Metadata.Model with { Family = "large" } });
        }

        var error = Assert.Throws<RecipeException>(() => Checkpoint.Load(FilePath, new SmallParts()));
        Assert.Contains(FilePath, error.Message, StringComparison.Ordinal);
        Assert.Contains("'large'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.9)]
    public void Load_TruncatedFile_IsOneError(double part)
    {
        Saved().Dispose();
        var bytes = File.ReadAllBytes(FilePath);
        File.WriteAllBytes(FilePath, bytes[..(int)(bytes.Length * part)]);

        Assert.Contains(FilePath, Failure().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_FutureVersion_IsRefused()
    {
        using (var saved = Saved())
        {
            Rewrite(saved, saved.Metadata with { Version = 2 });
        }

        Assert.Contains("version 2", Failure().Message, StringComparison.Ordinal);
    }

    private WeightFileException Failure() => Assert.Throws<WeightFileException>(() => Checkpoint.Load(FilePath, new SmallParts()));

    private LoadedModel Saved()
    {
        var traced = TracedModel.Trace(new SmallNet(8, 5), InputSpec.Of(1, 1, 6, 6));
        var masks = new WeightMasks();
        masks.Set("conv.weight", ones(8, 1, 3, 3).tril() > 0);
        var context = new MethodContext(traced) { Masks = masks };
        var plan = new PruningPlanner(traced, context.Structure).PlanWidths(
            new Dictionary<IStructureGroup, int> { [context.Structure.Groups[0]] = 4 }, null, "half");
        context.Apply(plan);
        masks.Apply(context.Model.Module);
        context.Model.Module.eval();
        var options = RecipeReader.Read("width: 8", "options.yaml");
        var metadata = new CheckpointMetadata(new ModelOrigin("small", options, new ModelRequest(5)), plan, context.Model.Inputs, context.Model.Fingerprint)
        {
            Classes = ["a", "b", "c", "d", "e"],
            Normalization = new Normalization([0.5], [0.25]),
            Metrics = new Dictionary<string, double> { ["accuracy_percent"] = 91.25 },
            Plugins = [new PluginVersion("p", "1.0")],
        };
        Checkpoint.Save(FilePath, context.Model, masks, metadata);
        return new LoadedModel(context.Model, masks, metadata);
    }

    private void Rewrite(LoadedModel model, CheckpointMetadata metadata) => Checkpoint.Save(FilePath, model.Model, model.Masks, metadata);

    private static float[] Output(TracedModel model, Tensor input)
    {
        using var off = no_grad();
        using var output = ((nn.Module<Tensor, Tensor>)model.Module).call(input);
        return output.data<float>().ToArray();
    }
}
