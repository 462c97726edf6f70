using Espalier.Graphs;
using Espalier.Plugins;
using Espalier.Recipes;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Espalier.Models.Tests;

/// <summary>Every family makes models that can be traced with the inputs it says, for what the data or the options ask for.</summary>
public sealed class FamilyTests
{
    public static TheoryData<string, string, long[]> Families => new()
    {
        { "resnet-cifar", "8", [1, 7] },
        { "resnet-cifar", "{ depth: 8, shortcut: convolution, width: 4, classes: 3 }", [1, 3] },
        { "resnet", "{ depth: 18, width: 8 }", [1, 7] },
        { "resnet", "{ depth: 50, width: 4 }", [1, 7] },
        { "densenet", "{ blocks: [2, 2], growth: 4, width: 8 }", [1, 7] },
        { "mobilenet-v2", "0.25", [1, 7] },
        { "shufflenet-v2", "0.5", [1, 7] },
        { "vgg", "{ depth: 11, hidden: 8 }", [1, 7] },
        { "unet", "{ depth: 2, width: 2 }", [1, 7, 32, 32] },
        { "mlp", "[20, 10]", [1, 7] },
        { "mlp", "", [1, 7] },
        { "swin", "{ depths: [1, 1], heads: [2, 4], width: 8, window: 4 }", [1, 7] },
        { "vision-transformer", "{ patch: 8, width: 12, depth: 2, heads: 3, attention: split }", [1, 7] },
        { "vision-transformer", "{ size: deit-tiny, depth: 1, image-size: 64, channels: 1, mlp-ratio: 2 }", [1, 7] },
    };

    private static IReadOnlyList<PartRegistration> Parts { get; } = Register();

    [Theory]
    [MemberData(nameof(Families))]
    public void Create_Options_MakesAModelThatTraces(string name, string options, long[] output)
    {
        var family = Create(name, options);
        Assert.Equal(name, family.Name);
        var made = family.Create(new ModelRequest(7, 2, 32, 32));
        using var model = made.Module;
        var traced = TracedModel.Trace(model, [.. made.Inputs]);
        Assert.Equal(output, Assert.Single(traced.Evaluation.Outputs).Shape);
    }

    [Fact]
    public void Families_AreAllTested() =>
        Assert.Equal(Parts.Select(part => part.Name).Order(StringComparer.Ordinal), Families.Select(row => (string)row[0]).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("resnet-cifar", "21", "r.yaml(1,1): The depth must be 6n + 2: 20, 32, 44, 56, 110.")]
    [InlineData("resnet", "19", "r.yaml(1,1): '19' is not known here. Did you mean '18'?")]
    [InlineData("mlp", "{ hiden: [3] }", "r.yaml(1,3) hiden: There is no option 'hiden'. Did you mean 'hidden'?")]
    public void Create_WrongOptions_AreRefused(string name, string options, string message) =>
        Assert.StartsWith(message, Assert.Throws<RecipeException>(() => Create(name, options)).Message, StringComparison.Ordinal);

    [Fact]
    public void Create_ImpossibleImages_AreRefusedWithTheOptionToChange()
    {
        Assert.Contains("image-size", Assert.Throws<ArgumentException>(() => Create("swin", "").Create(new ModelRequest(7, 3, 224, 192))).Message, StringComparison.Ordinal);
        Assert.Contains("depth", Assert.Throws<ArgumentException>(() => Create("unet", "").Create(new ModelRequest(7, 3, 30, 32))).Message, StringComparison.Ordinal);
    }

    private static IModelFamily Create(string name, string options) => Assert.IsAssignableFrom<IModelFamily>(
        Parts.Single(part => part.Name == name).Create(options.Length == 0 ? null : RecipeReader.Read(options, "r.yaml")));

    // As the host does it: the entry that the assembly names registers the parts.
    private static IReadOnlyList<PartRegistration> Register()
    {
        var assembly = typeof(Mlp).Assembly;
        var entry = (PluginEntryAttribute)Attribute.GetCustomAttribute(assembly, typeof(PluginEntryAttribute))!;
        var services = new PluginServices(new PluginContext("espalier.models", "", NullLoggerFactory.Instance, TimeProvider.System, CancellationToken.None));
        return ((IPluginEntry)Activator.CreateInstance(entry.Entry)!).Register(services);
    }
}
