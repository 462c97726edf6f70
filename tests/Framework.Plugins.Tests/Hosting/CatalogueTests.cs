using Espalier.Framework.Plugins.Tests.Harness;
using Espalier.Methods;
using Espalier.Models;
using Espalier.Recipes;

namespace Espalier.Framework.Plugins.Tests.Hosting;

/// <summary>Parts by contract and name.</summary>
public sealed class CatalogueTests
{
    [Fact]
    public async Task Create_UnknownName_SaysWhatThereIs()
    {
        await With(parts =>
        {
            var error = Assert.Throws<RecipeException>(() => parts.Create(new Part<IPruningMethod>("sat")));
            Assert.Equal("method 'sat': There is no method 'sat'. Did you mean 'say'? There are: fail, lie, say, say-version.", error.Message);
            error = Assert.Throws<RecipeException>(() => parts.Create(new Part<IModelFamily>("say")));
            Assert.Contains("'say' is a method (of plugin 'good'). No loaded plugin offers a family; there are parts of the kinds method.", error.Message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Create_UnknownNameInARecipe_SaysWhere()
    {
        await With(parts =>
        {
            var place = new RecipePlace("recipe.yaml", 3, 7, "steps[0]");
            var error = Assert.Throws<RecipeException>(() => parts.Create(new Part<IPruningMethod>("sat") { Place = place }));
            Assert.StartsWith("recipe.yaml(3,7) steps[0]: There is no method", error.Message, StringComparison.Ordinal);
            error = Assert.Throws<RecipeException>(() => parts.Create(new Part<IPruningMethod>("sat", new RecipeMap([], place))));
            Assert.Equal(place, Assert.Single(error.Errors).Place);
        });
    }

    [Fact]
    public async Task Create_PluginThrows_ErrorNamesThePlugin()
    {
        await With(parts =>
        {
            var error = Assert.Throws<PluginException>(() => parts.Create(new Part<IPruningMethod>("fail")));
            Assert.Equal("Plugin 'good' failed while making the method 'fail': InvalidOperationException: no part today", error.Message);
            Assert.Equal("good", error.Plugin);
            Assert.Contains("Good", error.Details, StringComparison.Ordinal);
            Assert.Null(error.InnerException);
            Assert.Contains("made a String", Assert.Throws<PluginException>(() => parts.Create(new Part<IPruningMethod>("lie"))).Message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Parts_AreListedWithTheirPlugin()
    {
        await With(parts =>
        {
            Assert.Equal(["fail", "lie", "say", "say-version"], parts.Names<IPruningMethod>());
            var part = Assert.Single(parts.Parts, part => part.Name == "say");
            Assert.Equal(new PartInfo("method", typeof(IPruningMethod).FullName!, "say", "Says which plugin it is from.", "{}", "good", "1.0.0"), part);
        });
    }

    [Fact]
    public async Task Acquire_TwoPluginsOfferOneName_FirstServesAndItIsReported()
    {
        using var folders = new PluginFolders();
        folders.Add("b", "Good");
        folders.Add("a", "Good");
        await using var host = folders.Host();
        await host.LoadAllAsync();
        using var lease = host.Acquire();

        Assert.Equal("a", Saying.Of(lease));
        Assert.Equal(4, lease.Parts.Duplicates.Count);
        Assert.Contains("Plugins 'a' and 'b' both offer the method 'say': that of 'a' is used", lease.Parts.Duplicates[0], StringComparison.Ordinal);
    }

    private static async Task With(Action<PartCatalogue> test)
    {
        using var folders = new PluginFolders();
        folders.Add("good", "Good");
        await using var host = folders.Host();
        await host.LoadAllAsync();
        using var lease = host.Acquire();
        test(lease.Parts);
    }
}
