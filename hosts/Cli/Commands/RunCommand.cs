using System.CommandLine;
using Espalier.Recipes;
using Espalier.Reports;
using Espalier.Runs;

namespace Espalier.Cli.Commands;

/// <summary><c>espalier prune RECIPE</c> and <c>espalier train RECIPE</c>.</summary>
internal static class RunCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(GlobalOptions options, string name, string description)
    {
        var recipe = new Argument<string>("recipe") { Description = "The recipe, YAML or JSON." };
        return new Command(name, description) { recipe }.Runs(options, (session, parsed, cancellationToken) =>
        {
            Run(session, parsed.GetRequiredValue(recipe), cancellationToken);
            return Task.CompletedTask;
        });
    }

    /// <summary>Runs a recipe and prints its results.</summary>
    public static void Run(Session session, string path, CancellationToken cancellationToken)
    {
        var loaded = session.Read(path);
        if (loaded.Recipe.Steps.Count == 0)
        {
            throw new RecipeException(loaded.Source.Place, "There are no steps, so there is nothing to do. Add some: steps: [ { channel: 0.5 }, finetune ].");
        }

        var folder = OutputFolder.For(session.Settings, loaded.Recipe.Name);
        try
        {
            var report = new Pipeline(new RunRequest(loaded.Recipe, loaded.Source, session.Parts, folder)
            {
                Resume = session.Settings.Resume,
                File = loaded.File,
                Command = Command(session, path),
                Observer = session.Status,
                Log = session.Log,
            }).Run(cancellationToken);
            session.Status.WriteLine($"Written to {folder}");
            session.Printer.Text(session.Printer.Format == OutputFormat.Json ? ReportJson.Write(report) : ReportText.Write(report));
        }
        catch (OperationCanceledException) when (RunFolder.Look(folder).Exists)
        {
            throw new StoppedException($"Stopped; what was done is saved. Go on with: espalier prune {path} --resume --output {folder}");
        }
    }

    private static string Command(Session session, string path) =>
        string.Join(' ', new[] { "espalier", "prune", path }.Concat(session.Settings.Changes.Select(change => $"--set '{change}'")));
}
