using System.CommandLine;
using Espalier.Recipes;

namespace Espalier.Cli.Commands;

/// <summary><c>espalier schema</c>.</summary>
internal static class SchemaCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(GlobalOptions options) =>
        new Command("schema", "Prints the JSON schema of recipes with the parts of the plugins, for editors.").Runs(options, (session, _, _) =>
        {
            session.Printer.Text(RecipeSchema.Build(session.Parts.Parts));
            return Task.CompletedTask;
        });
}
