using System.CommandLine;
using System.Globalization;
using Espalier.Cli.Output;
using Espalier.Counting;
using Espalier.Methods;
using Espalier.Planning;
using Espalier.Recipes;
using Espalier.Runs;
using Espalier.Structures;

namespace Espalier.Cli.Commands;

/// <summary><c>espalier plan RECIPE</c>.</summary>
internal static class PlanCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(GlobalOptions options)
    {
        var recipe = new Argument<string>("recipe") { Description = "The recipe, YAML or JSON." };
        var explain = new Option<string?>("--explain") { Description = "Says what happens to a layer or group, and why.", HelpName = "layer" };
        return new Command("plan", "Says what a recipe would cut, without training and without writing a model.") { recipe, explain }
            .Runs(options, (session, parsed, cancellationToken) =>
            {
                Run(session, parsed.GetRequiredValue(recipe), parsed.GetValue(explain), cancellationToken);
                return Task.CompletedTask;
            });
    }

    private static void Run(Session session, string path, string? explain, CancellationToken cancellationToken)
    {
        var loaded = session.Read(path);
        using var hand = ModelOnHand.Open(session, loaded, withData: true, cancellationToken);
        var structure = ModelStructure.Find(hand.Start.Model.Graphs);
        var before = ModelCounts.Of(hand.Start.Model);
        var layer = explain is null ? null : new LayerExplanation(hand.Start.Model, structure, explain);
        var plan = new PlanOnlyRun(hand, loaded.Recipe, session).Run(cancellationToken);
        if (session.Settings.Output is { } folder && plan.Plan is not null)
        {
            Directory.CreateDirectory(folder);
            PlanJson.Save(plan.Plan, Path.Combine(folder, "plan.json"));
        }

        var printer = session.Printer;
        if (layer is not null)
        {
            printer.Text(layer.Text(plan.Plan));
        }
        else if (printer.Format == OutputFormat.Json)
        {
            printer.Text(plan.Plan is null ? "null" : PlanJson.Write(plan.Plan));
        }
        else
        {
            Print(printer, structure, before, plan);
        }
    }

    private static void Print(Printer printer, ModelStructure structure, ModelCounts before, PlanOnlyRun.Result plan)
    {
        foreach (var line in plan.Steps)
        {
            printer.Text(line);
        }

        if (plan.Plan is null)
        {
            printer.Text("The plan changes nothing.");
            return;
        }

        if (plan.Plan.Branches.Count > 0)
        {
            printer.Text($"residual branches removed: {string.Join(", ", plan.Plan.Branches.Select(branch => branch.Name))}");
        }

        var slices = plan.Plan.Slices.ToDictionary(slice => (slice.Parameter, slice.Dimension));
        printer.Table(["group", ">width", ">kept", ">cut"], structure.Groups
            .Select(group => (Group: group, Slice: group.Members.Select(member => slices.GetValueOrDefault((member.Parameter, member.Dimension))).FirstOrDefault(s => s is not null)))
            .Where(pair => pair.Slice is not null)
            .Select(pair => (IReadOnlyList<string>)
            [
                pair.Group.Name, Number(pair.Slice!.Width), Number(pair.Slice.Kept.Count),
                (100.0 * (pair.Slice.Width - pair.Slice.Kept.Count) / pair.Slice.Width).ToString("F1", CultureInfo.InvariantCulture) + " %",
            ]));
        printer.Text(string.Create(
            CultureInfo.InvariantCulture,
            $"parameters {Quantity.Of(before.Parameters)} -> {Quantity.Of(plan.After.Parameters)} (x{(double)plan.After.Parameters / before.Parameters:F3}), "
            + $"MACs {Quantity.Of(before.Macs)} -> {Quantity.Of(plan.After.Macs)} (x{(double)plan.After.Macs / before.Macs:F3})"));
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
