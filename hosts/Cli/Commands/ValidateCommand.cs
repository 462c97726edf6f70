using System.CommandLine;
using Espalier.Methods;
using Espalier.Planning;
using Espalier.Runs;
using Espalier.Structures;

namespace Espalier.Cli.Commands;

/// <summary><c>espalier validate RECIPE</c>.</summary>
internal static class ValidateCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(GlobalOptions options)
    {
        var recipe = new Argument<string>("recipe") { Description = "The recipe, YAML or JSON." };
        var data = new Option<bool>("--data") { Description = "Reads the data too." };
        return new Command("validate", "Checks a recipe without running it, and says which layers its selectors match.") { recipe, data }
            .Runs(options, (session, parsed, cancellationToken) =>
            {
                Run(session, parsed.GetRequiredValue(recipe), parsed.GetValue(data), cancellationToken);
                return Task.CompletedTask;
            });
    }

    private static void Run(Session session, string path, bool withData, CancellationToken cancellationToken)
    {
        var loaded = session.Read(path);
        RunOutputs.Check(loaded.Recipe, loaded.Source);
        using var hand = ModelOnHand.Open(session, loaded, withData, cancellationToken);
        string[] groups = [.. ModelStructure.Find(hand.Start.Model.Graphs).Groups.Select(group => group.Name)];
        var matches = new List<Match>();
        foreach (var (part, index) in loaded.Recipe.Steps.Select((part, index) => (part, index)))
        {
            if (session.Parts.Create(part) is ISelectsLayers selecting)
            {
                matches.AddRange(selecting.Selectors.Select(selector => new Match(
                    $"steps[{index}].{part.Name}.{selector.Option}", selector.Selector.ToString(),
                    [.. selector.Selector.Select(hand.Start.Model, groups).Layers.Select(layer => layer.Path)])));
            }
        }

        Print(session, loaded, matches);
    }

    private static void Print(Session session, LoadedRecipe loaded, List<Match> matches)
    {
        if (session.Printer.Format == OutputFormat.Json)
        {
            session.Printer.Json(json =>
            {
                json.WriteStartObject();
                json.WriteString("name", loaded.Recipe.Name);
                json.WriteBoolean("valid", true);
                json.WriteStartArray("selectors");
                foreach (var match in matches)
                {
                    json.WriteStartObject();
                    json.WriteString("option", match.Option);
                    json.WriteString("selector", match.Selector);
                    json.WriteStartArray("layers");
                    match.Layers.ToList().ForEach(json.WriteStringValue);
                    json.WriteEndArray();
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            });
            return;
        }

        session.Printer.Text($"{loaded.Recipe.Name}: the recipe is valid, {loaded.Recipe.Steps.Count} steps");
        foreach (var match in matches)
        {
            session.Printer.Text($"  {match.Option} '{match.Selector}' selects {match.Layers.Count} layers: {string.Join(", ", match.Layers)}");
        }
    }

    private sealed record Match(string Option, string Selector, IReadOnlyList<string> Layers);
}
