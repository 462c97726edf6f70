using Espalier.Weights;
using TorchSharp;

namespace Espalier.Framework.Tests.Weights;

/// <summary>Renaming.</summary>
public sealed class NameMappingTests
{
    [Fact]
    public void Map_Rules_ApplyInOrder()
    {
        var mapping = new NameMapping([
            new NameRule.StripPrefix("module."), new NameRule.Replace(@"^layer(\d+)\.", "stages.$1."), new NameRule.AddPrefix("net.")]);

        Assert.Equal("net.stages.2.module.weight", mapping.Map("module.layer2.module.weight"));
    }

    [Fact]
    public void Apply_TwoToOneName_NamesBoth()
    {
        using var folder = new TemporaryFolder();
        using var tensor = torch.ones(1);
        SafetensorsWriter.Write(folder.At("x"), [("a.w", tensor), ("w", tensor)]);
        using var file = WeightFile.Open(folder.At("x"));

        var error = Assert.Throws<WeightFileException>(() => new NameMapping([new NameRule.StripPrefix("a.")]).Apply(file));

        Assert.Contains("both this and 'a.w' to 'w'", error.Message, StringComparison.Ordinal);
        Assert.Equal("key 'w'", error.Place);
    }
}
