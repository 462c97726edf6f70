using System.CommandLine;
using Espalier.Runs;

namespace Espalier.Cli.Commands;

/// <summary><c>espalier validate RECIPE</c>.</summary>
internal static class ValidateCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(GlobalOptions options)
    {
        var recipe = new Argument<string>("recipe") { Description = "The recipe, YAML or JSON." };
        var data = new Option<bool>("--data") { Description = "Reads the data too." };
        return new Command("validate", "Checks a recipe without running it.") { recipe, data }
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
        Print(session, loaded);
    }

    private static void Print(Session session, LoadedRecipe loaded)
    {
        if (session.Printer.Format == OutputFormat.Json)
        {
            session.Printer.Json(json =>
            {
                json.WriteStartObject();
                json.WriteString("name", loaded.Recipe.Name);
                json.WriteBoolean("valid", true);
                json.WriteEndObject();
            });
            return;
        }

        session.Printer.Text($"{loaded.Recipe.Name}: the recipe is valid, {loaded.Recipe.Steps.Count} steps");
    }
}
