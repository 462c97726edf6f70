using Espalier.Data;
using Espalier.Graphs;
using Espalier.Methods;
using Espalier.Framework.Tests.Operators;
using Espalier.Training;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Espalier.Framework.Tests.Training;

public class TrainerTests
{
    private static readonly AugmentationOptions Plain = new();

    [Fact]
    public void Run_Plain_EqualsTheLoopByHand()
    {
        var options = new TrainingOptions { Epochs = 2, LearningRate = 0.05, WeightDecay = 0.01, Augmentation = Plain };
        using var data = Toys.Data();
        var model = Toys.Model(dropout: 0);
        new Trainer(new MethodContext(model) { Seed = 7, Data = data }, options).Run(default);

        var module = (nn.Module<Tensor, Tensor>)Toys.Model(dropout: 0).Module;
        var parameters = module.named_parameters().ToArray();
        var momentum = parameters.Select(p => p.parameter.zeros_like()).ToArray();
        var stream = data.Training(7, Plain);
        for (var step = 0; step < 6; step++)
        {
            using var batch = stream.Epoch(step / 3, step % 3).First();
            module.train();
            module.zero_grad();
            nn.functional.cross_entropy(module.call(batch.Images), batch.Labels).backward();
            using var off = no_grad();
            var rate = 0.05 * (1 + Math.Cos(Math.PI * step / 6)) / 2;
            foreach (var ((_, parameter), buffer) in parameters.Zip(momentum))
            {
                // The first gradient goes into the momentum as it is, which 0.9 x 0 + gradient is too.
                var gradient = parameter.grad! + (parameter.ndim > 1 ? parameter * 0.01 : parameter * 0);
                buffer.mul_(0.9).add_(gradient);
                parameter.sub_(buffer * rate);
            }
        }

        Assert.All(module.state_dict(), pair => Assert.True(pair.Value.allclose(model.Module.state_dict()[pair.Key], 1e-5, 1e-6), pair.Key));
    }

    [Theory]
    [InlineData(OptimizerKind.Sgd)]
    [InlineData(OptimizerKind.AdamW)]
    public void Run_ImagesThatCanBeLearnt_LearnsThem(OptimizerKind kind)
    {
        using var data = Toys.Data();
        var options = new TrainingOptions { Epochs = 25, LearningRate = 0.02, Optimizer = new() { Kind = kind }, Augmentation = Plain };
        var result = new Trainer(new MethodContext(Toys.Model()) { Data = data }, options).Run(default);
        Assert.True(result.Evaluation!.AccuracyPercent > 95, $"{result.Evaluation}");
        Assert.Equal(25, result.Epochs);
    }

    [Fact]
    public void Run_SameSeed_SameBitsAndAnotherSeedOthers()
    {
        using var data = Toys.Data();
        Dictionary<string, Tensor> Train(long seed)
        {
            var model = Toys.Model();
            new Trainer(new MethodContext(model) { Seed = seed, Data = data }, new TrainingOptions { Epochs = 2 }).Run(default);
            return Toys.Weights(model.Module);
        }

        var first = Train(1);
        Toys.AssertEqual(first, Train(1));
        Assert.False(Toys.Same(first["head.weight"], Train(2)["head.weight"]));
    }

    [Fact]
    public void Run_Masks_HoldWeightsAtZero()
    {
        using var data = Toys.Data();
        var model = Toys.Model();
        var masks = new WeightMasks();
        masks.Set("head.weight", rand(Toys.Classes, 144) > 0.5);
        var context = new MethodContext(model) { Data = data, Masks = masks };
        masks.Apply(model.Module);
        new Trainer(context, new TrainingOptions { Epochs = 2, Ema = new() }).Run(default);
        var weight = model.Module.state_dict()["head.weight"];
        Assert.Equal(0, weight.masked_select(masks.Masks["head.weight"].logical_not()).abs().max().item<float>());
        Assert.True(weight.abs().sum().item<float>() > 0);
    }

    [Fact]
    public void Run_ClipNorm_BoundsTheStep()
    {
        using var data = Toys.Data();
        var model = Toys.Model();
        var before = Toys.Weights(model.Module);
        new Trainer(
            new MethodContext(model) { Data = data },
            new TrainingOptions
            {
                Epochs = 1,
                Batch = 48,
                LearningRate = 1,
                ClipNorm = 0.25,
                WeightDecay = 0,
                Optimizer = new() { Momentum = 0 },
                Schedule = new() { Kind = ScheduleKind.Constant },
                Augmentation = Plain,
            }).Run(default);
        var moved = model.Module.named_parameters().Sum(p => (p.parameter - before[p.name]).square().sum().item<float>());
        Assert.Equal(0.25, Math.Sqrt(moved), 1e-4);
    }

    [Fact]
    public void Run_Diverging_NamesEpochStepAndRate()
    {
        using var data = Toys.Data();
        var model = Toys.Model();
        var trainer = new Trainer(new MethodContext(model) { Data = data }, new TrainingOptions { Epochs = 3, LearningRate = 1e30, Augmentation = Plain });
        var message = Assert.Throws<TrainingException>(() => trainer.Run(default)).Message;
        Assert.Matches(@"^The loss became (NaN|infinite) in epoch 1, step [23] of 9, at lr .*Lower lr", message);
    }

    [Fact]
    public void Run_ModelOfOtherClasses_SaysHowMany()
    {
        using var data = Toys.Data();
        var model = TracedModel.Trace(nn.Sequential(("flatten", nn.Flatten()), ("head", nn.Linear(36, 10))), InputSpec.Of(1, 1, 6, 6));
        var trainer = new Trainer(new MethodContext(model) { Data = data }, new TrainingOptions { Epochs = 1 });
        Assert.Contains("[16, 6]. Set the number of classes", Assert.Throws<TrainingException>(() => trainer.Run(default)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_EarlyStopWithoutValidation_SaysWhatToAdd()
    {
        using var data = Toys.Data();
        var context = new MethodContext(Toys.Model()) { Data = data };
        var error = Assert.Throws<TrainingException>(() => new Trainer(context, new TrainingOptions { EarlyStop = new() }));
        Assert.Contains("validation: 0.1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_DistillationWithoutOriginal_SaysSo()
    {
        using var data = Toys.Data();
        var trainer = new Trainer(new MethodContext(Toys.Model()) { Data = data }, new TrainingOptions { Distill = new() });
        Assert.Contains("leave distill out", Assert.Throws<TrainingException>(() => trainer.Run(default)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_EarlyStop_EndsWithTheBestWeights()
    {
        using var data = Toys.Data(validation: true);
        var run = new MemoryRun();
        var model = Toys.Model();
        var options = new TrainingOptions { Epochs = 40, LearningRate = 0.05, Augmentation = Plain, EarlyStop = new() { Patience = 3 } };
        var result = new Trainer(run.Open(model, data), options).Run(default);
        Assert.True(result.StoppedEarly);
        Assert.Equal(result.Epochs, run.Metrics.Count);
        var accuracies = run.Metrics.Select(line => double.Parse(line.Split("accuracy_percent=")[1].Split(',')[0])).ToArray();
        Assert.Equal(accuracies.Max(), result.Evaluation!.AccuracyPercent);
        Assert.Equal(result.Epochs - 4, Array.IndexOf(accuracies, accuracies.Max()));
        Assert.Equal(result.Evaluation, new Evaluator(data, CPU).Evaluate(model, data.Validation!));
    }

    [Fact]
    public void Run_Hooks_TrainFurtherParametersAndAddToTheLoss()
    {
        using var data = Toys.Data();
        using var gate = nn.Parameter(ones(1));
        var model = Toys.Model(dropout: 0);
        var hooks = new Gate(gate, (nn.Module<Tensor, Tensor>)model.Module);
        var run = new MemoryRun();
        new Trainer(run.Open(model, data), new TrainingOptions { Epochs = 2, LearningRate = 0.05, Augmentation = Plain }, hooks).Run(default);
        Assert.True(gate.item<float>() < 0.95f);
        Assert.Equal(Enumerable.Range(0, 6), hooks.Steps);
        Assert.True(Toys.Same(run.Restored!.Tensors["hooks.gate"], gate));
    }

    [Fact]
    public void Run_ModelOfTwoResults_TrainsByItsGraph()
    {
        using var data = Toys.Data();
        manual_seed(1);
        var model = TracedModel.Trace(new TwoHeads(), InputSpec.Of(1, 1, 6, 6));
        var before = Toys.Weights(model.Module);
        var result = new Trainer(new MethodContext(model) { Data = data }, new TrainingOptions { Epochs = 8, LearningRate = 0.05, Augmentation = Plain })
            .Run(default);
        Assert.False(Toys.Same(before["first.weight"], model.Module.state_dict()["first.weight"]));
        Assert.True(Toys.Same(before["second.weight"], model.Module.state_dict()["second.weight"]));
        Assert.True(result.Evaluation!.AccuracyPercent > 60, $"{result.Evaluation}");
    }

    public static TheoryData<TrainingOptions> Endings =>
    [
        new TrainingOptions { Epochs = 2, LearningRate = 0.05 },
        new TrainingOptions { Epochs = 2, LearningRate = 0.05, Ema = new() { Decay = 0.5 } },
        new TrainingOptions { Epochs = 2, LearningRate = 0.05, Ema = new() { Decay = 0.5, Evaluate = true, Keep = false } },
        new TrainingOptions { Epochs = 2, LearningRate = 0.05, Ema = new() { Decay = 0.5, Evaluate = false, Keep = true } },
        new TrainingOptions { Epochs = 2, LearningRate = 0.05, BnRecalibrate = new() { Batches = 2 } },
        new TrainingOptions { Epochs = 3, LearningRate = 0.05, EvaluateEvery = 2 },
    ];

    [Theory]
    [MemberData(nameof(Endings))]
    public void Run_NoValidationImages_EvaluationIsThatOfTheFinalModelOnTheTestImages(TrainingOptions options)
    {
        using var data = Toys.Data();
        var context = new MethodContext(Toys.Model()) { Data = data };
        var result = new Trainer(context, options).Run(default);
        Assert.True(result.IsOnTest);
        Assert.Equal(new Evaluator(data, CPU).Evaluate(context.Model, data.Test), result.ToMethodResult().Evaluation);
    }

    [Fact]
    public void Run_OtherEvaluations_AreNotTakenForThatOfTheTestImages()
    {
        using var data = Toys.Data();
        using var withValidation = Toys.Data(validation: true);
        var options = new TrainingOptions { Epochs = 1 };
        Assert.Null(new Trainer(new MethodContext(Toys.Model()) { Data = withValidation }, options).Run(default).ToMethodResult().Evaluation);
        Assert.Null(new Trainer(new MethodContext(Toys.Model()) { Data = data }, options with { EvaluateEvery = 0 }).Run(default).ToMethodResult().Evaluation);
        Assert.Null(new Trainer(new MethodContext(Toys.Model()) { Data = data, PlanOnly = true }, options).Run(default).ToMethodResult().Evaluation);
        using var gate = nn.Parameter(ones(1));
        var model = Toys.Model(dropout: 0);
        var hooks = new Gate(gate, (nn.Module<Tensor, Tensor>)model.Module);
        Assert.Null(new Trainer(new MethodContext(model) { Data = data }, options, hooks).Run(default).ToMethodResult().Evaluation);
    }

    private sealed class Gate(Parameter gate, nn.Module<Tensor, Tensor> module) : ITrainingHooks
    {
        public List<int> Steps { get; } = [];

        public IReadOnlyDictionary<string, Parameter> Parameters => new Dictionary<string, Parameter> { ["gate"] = gate };

        public Func<Tensor, Tensor> Forward => images => module.call(images) * gate;

        public void Begin(TrainingStep step) => Steps.Add((int)step.Index);

        public Tensor ExtraLoss(Batch batch, Tensor logits) => gate.square().sum();
    }
}
