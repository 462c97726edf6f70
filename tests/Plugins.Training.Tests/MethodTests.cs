using System.Reflection;
using Espalier.Framework.Tests.Training;
using Espalier.Methods;
using Espalier.Recipes;
using Microsoft.Extensions.Logging.Abstractions;

namespace Espalier.Plugins.Training.Tests;

public sealed class MethodTests : IDisposable
{
    private readonly PluginServices services = new(new PluginContext("espalier.training", ".", NullLoggerFactory.Instance, TimeProvider.System, default));

    public void Dispose() => services.Dispose();

    [Fact]
    public void Register_Plugin_OffersBothMethods() =>
        Assert.Equal([("finetune", typeof(IPruningMethod)), ("train", typeof(IPruningMethod))], Parts().Select(p => (p.Name, p.Contract)).Order());

    [Theory]
    [InlineData("train", 1e-3)]
    [InlineData("finetune", 1e-4)]
    public void Run_RateLeftOut_IsTheMethodsOwn(string name, double expected)
    {
        var method = Make(name, Map(
            ("epochs", Text("1")), ("batch", Text("48")), ("optimizer", Text("adamw")), ("warmup-epochs", Text("0")), ("schedule", Text("constant")),
            ("augmentation", Text("none"))));
        var metrics = new Metrics();
        using var data = Toys.Data();
        var result = method.Run(new MethodContext(Toys.Model()) { Data = data, Metrics = metrics }, default);
        Assert.Equal(name, method.Name);
        Assert.Equal(expected, Assert.Single(metrics.Epochs)["lr"], 12);
        Assert.Contains("accuracy_percent", result.Metrics.Keys);
        Assert.StartsWith("1 epochs, loss ", result.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_EveryOptionFromARecipe_Trains()
    {
        var method = Make("finetune", Map(
            ("epochs", Text("2")), ("lr", Text("0.05")), ("min-lr", Text("0.001")), ("optimizer", Map(("kind", Text("sgd")), ("nesterov", Text("true")))),
            ("schedule", Map(("kind", Text("step")), ("milestones", List("1")), ("gamma", Text("0.5")))), ("label-smoothing", Text("0.1")),
            ("clip-norm", Text("1")), ("augmentation", Map(("mixup", Text("0.8")), ("crop-padding", Text("1")))), ("distill", Map(("temperature", Text("2")))),
            ("ema", Text("0.9")), ("early-stop", Text("4")), ("bn-recalibrate", Text("2")), ("decay-norms", Text("true"))));
        var metrics = new Metrics();
        using var data = Toys.Data(validation: true);
        var model = Toys.Model();
        var result = method.Run(new MethodContext(model) { Data = data, Metrics = metrics, Original = () => Toys.Model() }, default);
        Assert.Equal([0.05, 0.025], metrics.Epochs.Select(epoch => epoch["lr"]));
        Assert.Equal(2, result.Metrics["epochs"]);
    }

    [Fact]
    public void Run_EveryPartOfTheTransformersRecipe_Trains()
    {
        var method = Make("finetune", Map(
            ("epochs", Text("3")), ("batch", Text("12")), ("optimizer", Text("adamw")), ("lr", Text("0.001")), ("min-lr", Text("1e-5")), ("warmup-lr", Text("1e-6")),
            ("warmup-epochs", Text("1")), ("cooldown-epochs", Text("1")), ("weight-decay", Text("0.05")), ("label-smoothing", Text("0.1")), ("ema", Text("0.99996")),
            ("augmentation", Map(
                ("resized-crop", Text("0.3")), ("horizontal-flip", Text("true")), ("randaugment", Map(("magnitude", Text("9")), ("magnitude-std", Text("0.5")))),
                ("random-erasing", Text("0.25")), ("repeated-augmentation", Text("3")), ("mixup", Text("0.8")), ("cutmix", Text("1"))))));
        var metrics = new Metrics();
        using var data = Toys.Data();
        method.Run(new MethodContext(Toys.Model()) { Data = data, Metrics = metrics }, default);
        Assert.Equal(3, metrics.Epochs.Count);
        Assert.Equal([0.001, 1e-5], [metrics.Epochs[0]["lr"], metrics.Epochs[2]["lr"]]);
        Assert.All(metrics.Epochs, epoch => Assert.True(double.IsFinite(epoch["loss"])));
    }

    [Theory]
    [InlineData("resized-crop", "0", "greater than 0")]
    [InlineData("randaugment", "11", "at most 10")]
    [InlineData("random-erasing", "1.5", "at most 1")]
    [InlineData("repeated-augmentation", "0", "at least 1")]
    [InlineData("mixup", "-1", "at least 0")]
    [InlineData("cutmix", "often", "number")]
    [InlineData("mix-switch", "2", "at most 1")]
    [InlineData("rand-augment", "9", "randaugment")]
    public void Create_WrongAugmentation_IsRefusedAtItsPlace(string key, string value, string expected)
    {
        var error = Assert.Throws<RecipeException>(() => Make("finetune", Map(("augmentation", Map((key, Text(value)))))));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Contains("r.yaml(3,", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lr", "0", "greater than 0")]
    [InlineData("epochs", "1.5", "whole number")]
    [InlineData("optimizer", "adam", "adamw")]
    [InlineData("augmentation", "flip", "crop-flip")]
    [InlineData("bn-recalibrate", "0", "at least 1")]
    [InlineData("epoch", "3", "epochs")]
    public void Create_WrongOption_IsRefusedAtItsPlace(string key, string value, string expected)
    {
        var error = Assert.Throws<RecipeException>(() => Make("train", Map((key, Text(value)))));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Contains("r.yaml(3,", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_PresetWithParts_IsRefused()
    {
        var error = Assert.Throws<RecipeException>(() => Make("train", Map(("augmentation", Map(("preset", Text("deit")), ("mixup", Text("0.1")))))));
        Assert.Contains("A preset says all", error.Message, StringComparison.Ordinal);
    }

    private static RecipeScalar Text(string text) => new(text, false, new RecipePlace("r.yaml", 3, 5, "steps[0]"));

    private static RecipeMap Map(params (string Key, RecipeNode Value)[] entries) =>
        new([.. entries.Select(e => new RecipeEntry(e.Key, e.Value, e.Value.Place))], new RecipePlace("r.yaml", 3, 1, "steps[0]"));

    private static RecipeList List(params string[] items) => new([.. items.Select(Text)], new RecipePlace("r.yaml", 3, 1, "steps[0]"));

    private IPruningMethod Make(string name, RecipeNode options) => (IPruningMethod)Parts().Single(part => part.Name == name).Create(options);

    private IReadOnlyList<PartRegistration> Parts()
    {
        var entry = typeof(TrainMethod).Assembly.GetCustomAttribute<PluginEntryAttribute>()!.Entry;
        return ((IPluginEntry)Activator.CreateInstance(entry)!).Register(services);
    }

    private sealed class Metrics : IMetricsSink
    {
        public List<IReadOnlyDictionary<string, double>> Epochs { get; } = [];

        public void Write(string kind, long index, IReadOnlyDictionary<string, double> values) => Epochs.Add(values);
    }
}
