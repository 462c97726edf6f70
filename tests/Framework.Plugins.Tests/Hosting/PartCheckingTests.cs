using Espalier.Criteria;
using Espalier.Framework.Plugins.Tests.Harness;
using Espalier.Methods;
using Espalier.Recipes;

namespace Espalier.Framework.Plugins.Tests.Hosting;

/// <summary>What <see cref="PartCatalogue.Check"/> says of the parts that a recipe names, without making them.</summary>
public sealed class PartCheckingTests
{
    private static readonly RecipePlace Place = new("recipe.yaml", 3, 7, "steps[0]");

    [Fact]
    public async Task Check_RightOptions_ReportsNothingAndMakesNothing()
    {
        await With(parts => Assert.Empty(Report(parts, "careful", "{ strength: 3 }").Errors));
    }

    [Theory]
    [InlineData("{ strenght: 3 }", "There is no option 'strenght'", "strength")]
    [InlineData("{ strength: much }", "'much'", "number")]
    [InlineData("[ 3 ]", "Options are wanted", "strength")]
    public async Task Check_WrongOptions_AreReportedWithTheirPlace(string options, string cause, string wayOut)
    {
        await With(parts =>
        {
            var error = Assert.Single(Report(parts, "careful", options).Errors);
            Assert.Contains(cause, error.Message, StringComparison.Ordinal);
            Assert.Contains(wayOut, error.Message, StringComparison.Ordinal);
            Assert.Equal(("options.yaml", 1), (error.Place.File, error.Place.Line));
        });
    }

    [Fact]
    public async Task Check_SeveralErrors_AreAllReported()
    {
        await With(parts => Assert.Equal(2, Report(parts, "careful", "{ strength: much, other: 1 }").Errors.Count));
    }

    [Fact]
    public async Task Check_OptionNamesAPart_ThatIsListedAndNotChecked()
    {
        await With(parts =>
        {
            var report = Report(parts, "careful", "{ inner: nowhere }");
            Assert.Empty(report.Errors);
            var named = Assert.Single(report.Parts);
            Assert.Equal((typeof(IImportanceCriterion), "criterion", "nowhere"), (named.Contract, named.Kind, named.Name));

            parts.Check(named, report);

            Assert.Contains("There is no criterion 'nowhere'", Assert.Single(report.Errors).Message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Check_UnknownName_IsReportedWithWhatThereIs()
    {
        await With(parts =>
        {
            var error = Assert.Single(Report(parts, "carful", "{}").Errors);
            Assert.Equal(Place, error.Place);
            Assert.StartsWith("There is no method 'carful'. Did you mean 'careful'?", error.Message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Check_NameOfAnotherKind_SaysWhichAndByWhom()
    {
        await With(parts =>
        {
            var report = new RecipeReport();
            parts.Check(new PartReference(typeof(IImportanceCriterion), "criterion", "careful", Read("{}"), Place), report);
            Assert.Contains("'careful' is a method (of plugin 'built.in')", Assert.Single(report.Errors).Message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Check_PartWithoutACheck_TakesAnything()
    {
        await With(parts => Assert.Empty(Report(parts, "careless", "{ anything: [ 1, 2 ] }").Errors));
    }

    [Fact]
    public async Task Check_PluginThrows_ErrorNamesPluginAndPart()
    {
        await With(parts =>
        {
            var error = Assert.Throws<PluginException>(() => Report(parts, "broken", "{}"));
            Assert.Equal("Plugin 'built.in' failed while checking the options of the method 'broken': InvalidOperationException: no check today", error.Message);
            Assert.Equal("built.in", error.Plugin);
            Assert.Null(error.InnerException);
        });
    }

    [Fact]
    public async Task Check_Cancelled_IsNoErrorOfThePlugin()
    {
        await With(parts => Assert.Throws<OperationCanceledException>(() => Report(parts, "stopped", "{}")));
    }

    [Fact]
    public async Task Check_LeaseGivenBack_IsRefused()
    {
        PartCatalogue? kept = null;
        await With(parts => kept = parts);
        Assert.Throws<ObjectDisposedException>(() => Report(kept!, "careful", "{}"));
    }

    private static RecipeReport Report(PartCatalogue parts, string method, string options)
    {
        var report = new RecipeReport();
        parts.Check(new PartReference(typeof(IPruningMethod), "method", method, Read(options), Place), report);
        return report;
    }

    private static RecipeNode Read(string text) => RecipeReader.Read(text, "options.yaml");

    private static async Task With(Action<PartCatalogue> test)
    {
        using var folders = new PluginFolders();
        await using var host = folders.Host();
        await host.AddAsync(new Entry(), "built.in");
        using var lease = host.Acquire();
        test(lease.Parts);
    }

    private sealed class Entry : IPluginEntry
    {
        public IReadOnlyList<PartRegistration> Register(PluginServices services) =>
        [
            Part("careful", Options),
            Part("careless", null),
            Part("broken", _ => throw new InvalidOperationException("no check today")),
            Part("stopped", _ => throw new OperationCanceledException()),
        ];

        private static PartRegistration Part(string name, Action<OptionReader>? check) =>
            new(typeof(IPruningMethod), name, "", "{}", _ => throw new InvalidOperationException("a check makes nothing"), check);

        private static void Options(OptionReader options)
        {
            options.Get("strength", OptionValues.Double(), 1.0);
            options.Get("inner", OptionValues.OrNothing(OptionValues.Part<IImportanceCriterion>("criterion")), null);
            options.Finish();
        }
    }
}
