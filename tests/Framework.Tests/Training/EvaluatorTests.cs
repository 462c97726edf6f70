using Espalier.Data;
using Espalier.Graphs;
using Espalier.Methods;
using Espalier.Framework.Tests.Operators;
using Espalier.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Framework.Tests.Training;

public class EvaluatorTests
{
    [Fact]
    public void Evaluate_KnownLogits_CountsFirstAndFirstFive()
    {
        // The logits of all images are the same: class 2 first, then 5, 0, 1, 4, and 3 last. Labels are 0 to 5 in turns.
        using var data = Toys.Data();
        using var module = nn.Identity();
        float[] logits = [3, 2, 5, 0, 1, 4];
        Tensor Forward(Tensor images) => tensor(logits).unsqueeze(0).expand(images.shape[0], 6);
        var evaluation = new Evaluator(data, CPU).Evaluate(module, Forward, data.Test);
        Assert.Equal(24, evaluation.Images);
        Assert.Equal(100.0 / 6, evaluation.AccuracyPercent, 1e-12);
        Assert.Equal(500.0 / 6, evaluation.Top5Percent!.Value, 1e-12);
        Assert.Equal(Math.Log(logits.Sum(x => Math.Exp(x))) - 2.5, evaluation.Loss, 1e-6);
    }

    [Fact]
    public void Evaluate_Model_IsInEvaluationModeAndAsBeforeAfterwards()
    {
        using var data = Toys.Data();
        var model = Toys.Model(dropout: 0.9);
        model.Module.train();
        model.Module.named_modules().First(m => m.name == "bn").module.eval();
        var before = Toys.Weights(model.Module);
        var evaluator = new Evaluator(data, CPU);
        Assert.Equal(evaluator.Evaluate(model, data.Test), evaluator.Evaluate(model, data.Test));
        Toys.AssertEqual(before, Toys.Weights(model.Module));
        Assert.True(model.Module.training);
        Assert.Equal(["bn"], model.Module.named_modules().Where(m => !m.module.training).Select(m => m.name));
    }

    [Fact]
    public void Evaluate_FiveClasses_HasNoFirstFive()
    {
        using var set = new ImageSet("five", zeros(2, 1, 2, 2, dtype: ScalarType.Byte), tensor(new long[] { 0, 4 }), ["a", "b", "c", "d", "e"], new([0], [1]));
        using var data = new ModelData(set, null, set, new DataSettings());
        using var module = nn.Identity();
        var evaluation = new Evaluator(data, CPU).Evaluate(module, images => zeros(images.shape[0], 5), set);
        Assert.Null(evaluation.Top5Percent);
        Assert.DoesNotContain("top5_percent", evaluation.Metrics.Keys);
    }

    [Fact]
    public void Evaluate_NotANumber_SaysSo()
    {
        using var data = Toys.Data();
        using var module = nn.Identity();
        var error = Assert.Throws<TrainingException>(() =>
            new Evaluator(data, CPU).Evaluate(module, images => full(images.shape[0], 6, float.NaN), data.Test));
        Assert.Contains("batch 0 of rows", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_LeavesNoTensors()
    {
        using var data = Toys.Data();
        var model = Toys.Model();
        var evaluator = new Evaluator(data, CPU);
        evaluator.Evaluate(model, data.Test);
        using var scope = NewDisposeScope();
        evaluator.Evaluate(model, data.Test);
        Assert.Equal(0, scope.DisposablesCount);
    }
}
