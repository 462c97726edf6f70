using Espalier.Criteria;
using Espalier.Methods;
using Espalier.Plugins;
using Espalier.Recipes;

namespace Espalier.Framework.Tests.Recipes;

/// <summary>A recipe becomes a record, or a list of all that is wrong with it.</summary>
public class RecipeBinderTests
{
    private const string Example =
        """
        model:
          family: { resnet-cifar: { depth: 20 } }
          weights:
            file: weights/resnet20.th
            section: state_dict
            rename: [{ strip-prefix: module. }, { replace: "^fc", with: linear }]
        data: { source: { cifar-10: { path: data } }, batch: 64, validation: 0.1 }
        target: { threads: 2 }
        seed: 3
        steps:
          - channel: 0.5
          - finetune: { epochs: 5 }
        outputs: [checkpoint]
        """;

    private static Recipe Bind(string text, IPartChecker? parts = null, string file = "runs/prune.yaml") => new RecipeBinder(parts).Bind(RecipeReader.Read(text, file));

    private static IEnumerable<string> Errors(string text, IPartChecker? parts = null) =>
        Assert.Throws<RecipeException>(() => Bind(text, parts)).Errors.Select(e => e.ToString());

    [Fact]
    public void Bind_Example_IsRead()
    {
        var recipe = Bind(Example);
        Assert.Equal("prune", recipe.Name);
        Assert.Equal("resnet-cifar", recipe.Model.Family!.Name);
        Assert.Equal(Path.Combine("runs", "weights/resnet20.th"), recipe.Model.Weights!.File);
        Assert.Equal("linear.module.weight", recipe.Model.Weights.Rename[1].ToRule() is var rule ? new Espalier.Weights.NameMapping([rule]).Map("fc.module.weight") : "");
        Assert.Equal("cifar-10", recipe.Data!.Source.Name);
        Assert.Equal(64, recipe.Data.ToSettings().Batch);
        Assert.Equal(500, recipe.Data.EvaluationBatch);
        Assert.Equal((1, 2), (recipe.Target.Batch, recipe.Target.Threads));
        Assert.Equal(["channel", "finetune"], recipe.Steps.Select(step => step.Name));
        Assert.Equal(["checkpoint"], recipe.Outputs);
        Assert.Equal(3, recipe.Seed);
    }

    [Fact]
    public void Bind_Smallest_HasDefaults()
    {
        var recipe = Bind("{ \"$schema\": \"x\", model: { family: mlp, weights: w.th } }", file: "r.yaml");
        Assert.Equal("w.th", recipe.Model.Weights!.File);
        Assert.Null(recipe.Data);
        Assert.Equal(["checkpoint", "plan", "report"], recipe.Outputs);
    }

    [Fact]
    public void Bind_PathOnTheCommandLine_CountsFromTheWorkingFolder()
    {
        var root = RecipeOverrides.Apply(RecipeReader.Read(Example, "runs/prune.yaml"), ["model.weights.file=other.th"]);
        Assert.Equal("other.th", new RecipeBinder().Bind(root).Model.Weights!.File);
    }

    [Fact]
    public void Bind_ManyMistakes_AreAllReported() => Assert.Equal(
        [
            "runs/prune.yaml(1,1) model: 'model' is missing, and there is no default.",
            "runs/prune.yaml(1,1) modle: There is no option 'modle'. Did you mean 'model'? There are: name, model, data, target, seed, threads, device, steps, outputs.",
            "runs/prune.yaml(2,7) data.source: 'source' is missing, and there is no default.",
            "runs/prune.yaml(2,17) data.batch: A whole number of at least 1 is wanted, not '0'.",
            "runs/prune.yaml(3,10) steps[0]: A method is wanted, by its name or as { name: { options } }, not a list.",
        ],
        Errors("modle: { family: mlp }\ndata: { batch:  0 }\nsteps: [ [a] ]"));

    [Theory]
    [InlineData("model: { weights: w }", "runs/prune.yaml(1,8) model: A model has either a family or a checkpoint.")]
    [InlineData("model: { family: a, checkpoint: b }", "runs/prune.yaml(1,33) model.checkpoint: A model has either a family or a checkpoint.")]
    [InlineData("model: { checkpoint: a, weights: b }", "runs/prune.yaml(1,34) model.weights: A checkpoint has its own weights. Take 'weights' away, or name a family in place of the checkpoint.")]
    [InlineData("model: { family: a, weights: { file: b, rename: [ { with: c } ] } }", "runs/prune.yaml(1,51) model.weights.rename[0]: A rule has one of 'strip-prefix', 'add-prefix' and 'replace'.")]
    [InlineData("{ model: { family: a }, data: { source: b, validation: 1.5 } }", "runs/prune.yaml(1,56) data.validation: A number of images is a whole number; a part of them is below 1.")]
    [InlineData("{ model: { family: a }, data: { source: b, mean: [0.5] } }", "runs/prune.yaml(1,50) data.mean: 'mean' and 'std' have as many numbers as the images have channels, both.")]
    [InlineData("{ model: { family: a }, outputs: [plan, plan] }", "runs/prune.yaml(1,34) outputs: 'plan' is named twice.")]
    [InlineData("just text", "runs/prune.yaml(1,1): Options are wanted, { name: ... }, not 'just text'.")]
    public void Bind_OptionsThatExcludeEachOther_AreReported(string text, string message) => Assert.Equal([message], Errors(text));

    [Fact]
    public void Bind_PartsWithinParts_AreChecked()
    {
        var errors = Errors("model: { family: mlp }\nsteps:\n  - channel: { criterion: { taylor: { form: 3 } } }\n  - unknown\n  - channel: { ratio: x }", new Checker());
        Assert.Equal(
            [
                "runs/prune.yaml(3,39) steps[0].channel.criterion.taylor.form: There is no option 'form'. There are no options here.",
                "runs/prune.yaml(4,5) steps[1]: no unknown",
                "runs/prune.yaml(5,23) steps[2].channel.ratio: A number is wanted, not 'x'.",
            ],
            errors);
    }

    private sealed class Checker : IPartChecker
    {
        public void Check(PartReference part, RecipeReport report)
        {
            var reader = new OptionReader(part.Options, report);
            switch (part.Name)
            {
                case "unknown":
                    report.Add(part.Place, "no unknown");
                    break;
                case "channel":
                    Assert.Equal(typeof(IPruningMethod), part.Contract);
                    reader.Get("ratio", OptionValues.Double(), 0.5);
                    reader.Get("criterion", OptionValues.Part<IImportanceCriterion>("criterion"), new Part<IImportanceCriterion>("l2"));
                    reader.Finish();
                    break;
                default:
                    reader.Finish();
                    break;
            }
        }
    }
}
