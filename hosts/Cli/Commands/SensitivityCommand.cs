using System.CommandLine;
using System.Globalization;
using Espalier.Criteria;
using Espalier.Plugins;
using Espalier.Recipes;
using Espalier.Reports;
using Espalier.Runs;
using Espalier.Sensitivity;
using Espalier.Training;

namespace Espalier.Cli.Commands;

/// <summary><c>espalier sensitivity RECIPE</c>.</summary>
internal static class SensitivityCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(GlobalOptions options)
    {
        var recipe = new Argument<string>("recipe") { Description = "A recipe or checkpoint with data; its steps do not run." };
        var ratios = new Option<double[]>("--ratios")
        {
            Description = "The parts of a group that go.",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [0.1, 0.25, 0.5, 0.75],
        };
        var criterion = new Option<string>("--criterion") { Description = "What decides which units go, as in a recipe: l2, or '{ taylor: { } }'.", DefaultValueFactory = _ => "l2" };
        var images = new Option<int>("--images")
        {
            Description = "How many of the images that are set aside, or else of the test images, accuracy is measured on.",
            DefaultValueFactory = _ => 1000,
        };
        return new Command("sensitivity", "Cuts each group alone at several ratios and measures the accuracy, without training.") { recipe, ratios, criterion, images }
            .Runs(options, (session, parsed, cancellationToken) =>
            {
                Run(
                    session, parsed.GetRequiredValue(recipe),
                    new Request(parsed.GetRequiredValue(ratios), parsed.GetRequiredValue(criterion), parsed.GetRequiredValue(images)), cancellationToken);
                return Task.CompletedTask;
            });
    }

    private static void Run(Session session, string path, Request request, CancellationToken cancellationToken)
    {
        request.Check();
        var loaded = session.Read(path);
        var criterion = session.Parts.Create(CriterionOf(request.Criterion));
        if (loaded.Recipe.Data is null)
        {
            throw new RecipeException(loaded.Source.Place, "There are no data to measure on. Name some: --set data.source=fashion-mnist.");
        }

        using var hand = ModelOnHand.Open(session, loaded, withData: true, cancellationToken);
        var folder = Path.GetFullPath(session.Settings.Output ?? Path.Combine("runs", loaded.Recipe.Name + "-sensitivity"));
        var file = StudyFolder.Open(folder, $"{RecipeJson.Write(loaded.Source)}\n{request}\n", session.Settings.Resume);
        using var images = (hand.Data!.Validation ?? hand.Data.Test).Limit(request.Images);
        var points = SensitivityFile.Read(file).ToList();
        var study = new SensitivityStudy(hand.Start.Model, hand.Data, criterion, RunDevice.Of(loaded.Recipe))
        {
            Ratios = [.. request.Ratios],
            Images = images,
            Seed = loaded.Recipe.Seed,
        };
        foreach (var point in study.Run([.. points.Select(p => (p.Group, p.Ratio))], session.Status, cancellationToken))
        {
            SensitivityFile.Append(file, point);
            points.Add(point);
        }

        var whole = new Evaluator(hand.Data, RunDevice.Of(loaded.Recipe)).Evaluate(hand.Start.Model, images, session.Status, cancellationToken);
        var report = Report(loaded.Recipe, hand, whole, points);
        RunFolder.Write(Path.Combine(folder, "report.html"), ReportHtml.Write(report));
        RunFolder.Write(Path.Combine(folder, "report.json"), ReportJson.Write(report));
        Print(session, request.Ratios, whole, points);
        session.Status.WriteLine($"Written to {folder}");
    }

    private static Part<IImportanceCriterion> CriterionOf(string text)
    {
        var report = new RecipeReport();
        var part = OptionValues.Part<IImportanceCriterion>("criterion")(RecipeReader.Read(text, "--criterion"), report);
        report.ThrowIfAny();
        return part;
    }

    private static RunReport Report(Recipe recipe, ModelOnHand hand, Evaluation whole, List<SensitivityPoint> points)
    {
        var environment = RunEnvironment.Now(TorchSharp.torch.get_num_threads(), recipe.Device, [], [], TimeProvider.System);
        return new RunReport(
            recipe.Name + ": sensitivity", hand.Start.Model.Module.GetType().Name, environment.Started[0], environment.ToReport(),
            [StageFigures.Of("dense", hand.Start.Model, hand.Start.Masks, whole)])
        {
            Evaluation = FormattableString.Invariant($"{whole.Images} images"),
            Sensitivity =
            [
                .. points.GroupBy(point => point.Group, StringComparer.Ordinal).Select(group => (group.Key, Points: group.OrderBy(point => point.Ratio).ToArray()))
                    .Select(group => new SensitivityCurve(
                        group.Key, [0, .. group.Points.Select(point => point.Ratio)], [whole.AccuracyPercent, .. group.Points.Select(point => point.AccuracyPercent)])),
            ],
        };
    }

    private static void Print(Session session, double[] ratios, Evaluation whole, List<SensitivityPoint> points)
    {
        if (session.Printer.Format == OutputFormat.Json)
        {
            session.Printer.Json(json =>
            {
                json.WriteStartObject();
                json.WriteNumber("accuracy_percent", whole.AccuracyPercent);
                json.WriteStartArray("points");
                foreach (var point in points)
                {
                    json.WriteStartObject();
                    json.WriteString("group", point.Group);
                    json.WriteNumber("ratio", point.Ratio);
                    json.WriteNumber("kept", point.Kept);
                    json.WriteNumber("units", point.Units);
                    json.WriteNumber("accuracy_percent", point.AccuracyPercent);
                    json.WriteNumber("loss", point.Loss);
                    json.WriteNumber("macs", point.Macs);
                    json.WriteNumber("parameters", point.Parameters);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            });
            return;
        }

        var known = points.ToDictionary(point => (point.Group, point.Ratio));
        session.Printer.Text(FormattableString.Invariant($"accuracy of the whole model: {whole.AccuracyPercent:F2} % on {whole.Images} images; below, with one group cut:"));
        session.Printer.Table(
            ["group", ">units", .. ratios.Select(ratio => ">" + ratio.ToString("P0", CultureInfo.InvariantCulture))],
            points.GroupBy(point => point.Group).Select(group => (IReadOnlyList<string>)
            [
                group.Key, group.First().Units.ToString(CultureInfo.InvariantCulture),
                .. ratios.Select(ratio => known.TryGetValue((group.Key, ratio), out var point) ? point.AccuracyPercent.ToString("F2", CultureInfo.InvariantCulture) : "-"),
            ]));
    }

    /// <summary>What is measured.</summary>
    private sealed record Request(double[] Ratios, string Criterion, int Images)
    {
        public void Check()
        {
            if (Ratios.Length == 0 || Ratios.Any(ratio => ratio is not (> 0 and < 1)))
            {
                throw new UsageException("--ratios: a ratio must be above 0 and below 1, the part that goes.");
            }

            if (Images < 1)
            {
                throw new UsageException("--images must be at least 1.");
            }
        }

        public override string ToString() => FormattableString.Invariant($"criterion {Criterion}, {Images} images");
    }
}
