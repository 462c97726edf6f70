using Espalier.Criteria;
using Espalier.Plugins;
using Espalier.Recipes;

namespace Espalier.Framework.Tests.Recipes;

/// <summary>Options are read, and what is wrong with them is said at its place, all of it at once.</summary>
public class OptionReaderTests
{
    private static RecipeScalar Scalar(string text, int line = 1, bool quoted = false, string path = "x") => new(text, quoted, new RecipePlace("r.yaml", line, 5, path));

    private static RecipeMap Map(params (string Key, RecipeNode Value)[] entries) =>
        new([.. entries.Select(e => new RecipeEntry(e.Key, e.Value, e.Value.Place))], new RecipePlace("r.yaml", 1, 1, "steps[0]"));

    private static T Value<T>(OptionValue<T> read, RecipeNode node)
    {
        var report = new RecipeReport();
        var value = read(node, report);
        report.ThrowIfAny();
        return value;
    }

    private static string Error<T>(OptionValue<T> read, RecipeNode node) => Assert.Single(Assert.Throws<RecipeException>(() => Value(read, node)).Errors).ToString();

    [Fact]
    public void Numbers_AsWritten_AreRead()
    {
        Assert.Equal(-3, Value(OptionValues.Int32(), Scalar("-3")));
        Assert.Equal(9_000_000_000, Value(OptionValues.Int64(), Scalar("9000000000")));
        Assert.Equal(5e-4, Value(OptionValues.Double(), Scalar("5e-4")));
        Assert.Equal(.25f, Value(OptionValues.Single(), Scalar(".25")));
        Assert.Null(Value(OptionValues.OrNull<int>(OptionValues.Int32()), Scalar("~")));
    }

    [Theory]
    [InlineData("0,5", "A number is wanted, not '0,5'.")]
    [InlineData("25%", "A number is wanted, not '25%'.")]
    [InlineData("nan", "A number is wanted, not 'nan'.")]
    [InlineData("1e999", "A number is wanted, not '1e999'.")]
    [InlineData("", "A number is wanted, not nothing.")]
    [InlineData("1", "A number of at least 0 and less than 1 is wanted, not '1'.")]
    [InlineData("-0.1", "A number of at least 0 and less than 1 is wanted, not '-0.1'.")]
    public void Number_Wrong_IsReported(string text, string message) =>
        Assert.Equal("r.yaml(1,5) x: " + message, Error(OptionValues.Double(new(Min: 0, Max: 1, ExclusiveMax: true)), Scalar(text)));

    [Theory]
    [InlineData("1.5", "A whole number is wanted, not '1.5'.")]
    [InlineData("3000000000", "A whole number of a size that a computer can hold is wanted, not '3000000000'.")]
    [InlineData("0", "A whole number greater than 0 is wanted, not '0'.")]
    public void WholeNumber_Wrong_IsReported(string text, string message) =>
        Assert.Equal("r.yaml(1,5) x: " + message, Error(OptionValues.Int32(new(Min: 0, ExclusiveMin: true)), Scalar(text)));

    [Fact]
    public void Quotes_MakeText()
    {
        Assert.Equal("0.5", Value(OptionValues.Text, Scalar("0.5")));
        Assert.Equal("", Value(OptionValues.Text, Scalar("", quoted: true)));
        Assert.Contains("without quotes", Error(OptionValues.Double(), Scalar("0.5", quoted: true)), StringComparison.Ordinal);
        Assert.Contains("True or false is wanted", Error(OptionValues.Boolean, Scalar("true", quoted: true)), StringComparison.Ordinal);
        Assert.Contains("not 'yes'", Error(OptionValues.Boolean, Scalar("yes")), StringComparison.Ordinal);
    }

    [Fact]
    public void Enumeration_SlipOfThePen_IsSuggested()
    {
        var read = OptionValues.OneOf(("cosine", 1), ("one-cycle", 2));
        Assert.Equal(2, Value(read, Scalar("one-cycle")));
        Assert.Equal("r.yaml(1,5) x: 'cosin' is not known here. Did you mean 'cosine'? There are: cosine, one-cycle.", Error(read, Scalar("cosin")));
        Assert.Equal("r.yaml(1,5) x: 'step' is not known here. There are: cosine, one-cycle.", Error(read, Scalar("step")));
    }

    [Fact]
    public void Part_NameOrMapping_IsRead()
    {
        var read = OptionValues.Part<IImportanceCriterion>("criterion");
        var plain = Value(read, Scalar("l2"));
        Assert.Equal("l2", plain.Name);
        Assert.Empty(Assert.IsType<RecipeMap>(plain.Options).Entries);
        var full = Value(read, Map(("taylor", Map(("form", Scalar("gate"))))));
        Assert.Equal("taylor", full.Name);
        Assert.Equal("gate", Assert.IsType<RecipeScalar>(Assert.IsType<RecipeMap>(full.Options).Find("form")).Text);
        Assert.Contains("A criterion is wanted, by its name or as { name: { options } }, not a mapping", Error(read, Map(("a", Scalar("1")), ("b", Scalar("2")))), StringComparison.Ordinal);
    }

    [Fact]
    public void Bind_ManyErrors_AreReportedAtOnceInOrder()
    {
        var node = Map(("rato", Scalar("0.5", 2, path: "steps[0].rato")), ("epochs", Scalar("many", 4, path: "steps[0].epochs")), ("path", Scalar("", 3, path: "steps[0].path")));
        var error = Assert.Throws<RecipeException>(() => OptionReader.Read(node, reader =>
        {
            reader.Get("epochs", OptionValues.Int32(), 3);
            reader.Get("ratio", OptionValues.Double(), 0.5);
            reader.Get("path", OptionValues.Text, "");
            reader.Get("seed", OptionValues.Int64(), 0L, isRequired: true);
            reader.Finish();
            return reader;
        }));
        Assert.Equal(
            [
                "r.yaml(1,1) steps[0].seed: 'seed' is missing, and there is no default.",
                "r.yaml(2,5) steps[0].rato: There is no option 'rato'. Did you mean 'ratio'? There are: epochs, ratio, path, seed.",
                "r.yaml(3,5) steps[0].path: A text is wanted, not nothing.",
                "r.yaml(4,5) steps[0].epochs: A whole number is wanted, not 'many'.",
            ],
            error.Errors.Select(e => e.ToString()));
    }

    [Fact]
    public void Bind_SingleValue_NeedsAShorthand()
    {
        Assert.Equal(0.25, OptionReader.Read(Scalar("0.25"), reader =>
        {
            reader.Shorthand("ratio");
            var ratio = reader.Get("ratio", OptionValues.Double(), 0.5);
            reader.Finish();
            return ratio;
        }));
        Assert.Equal("r.yaml(1,5) x: Options are wanted, { ratio: ... }, not '0.25'.", Assert.Throws<RecipeException>(() => OptionReader.Read(Scalar("0.25"), reader =>
        {
            var ratio = reader.Get("ratio", OptionValues.Double(), 0.5, isRequired: true);
            reader.Finish();
            return ratio;
        })).Message);
    }

    [Fact]
    public void Bind_Nothing_GivesDefaults()
    {
        foreach (var node in new[] { null, Scalar("~"), (RecipeNode)Map() })
        {
            Assert.Equal(7, OptionReader.Read(node, reader => reader.Get("a", OptionValues.Int32(), 7)));
        }

        OptionReader.ReadNone(null);
        Assert.Throws<RecipeException>(() => OptionReader.ReadNone(Map(("a", Scalar("1")))));
    }

    [Fact]
    public void Finish_RecordFindsAProblem_IsReportedAtTheOption()
    {
        var node = Map(("round-to", Scalar("8", 6, path: "steps[0].round-to")));
        var error = Assert.Throws<RecipeException>(() => OptionReader.Read(node, reader =>
        {
            reader.Get("round-to", OptionValues.Int32(), 1);
            return reader.Finish(new Coarse(), name => name == "RoundTo" ? "round-to" : name);
        }));
        Assert.Equal("r.yaml(6,5) steps[0].round-to: too coarse.", error.Message);
    }

    private sealed record Coarse : IValidatedOptions
    {
        public IEnumerable<OptionProblem> Problems() => [new OptionProblem("RoundTo", "too coarse.")];
    }
}
