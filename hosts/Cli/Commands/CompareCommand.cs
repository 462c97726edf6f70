using System.CommandLine;
using Espalier.Cli.Output;
using Espalier.Comparison;
using Espalier.Reports;

namespace Espalier.Cli.Commands;

/// <summary><c>espalier compare RUN...</c>.</summary>
internal static class CompareCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(GlobalOptions options)
    {
        var runs = new Argument<string[]>("runs") { Description = "Folders of runs that are done.", Arity = ArgumentArity.OneOrMore };
        return new Command("compare", "Shows runs beside each other: what their recipes differ in, and what came of it. Runs that differ in the seed alone are one row, with mean and spread.") { runs }
            .Runs(options, (session, parsed, _) =>
            {
                var variants = RunComparison.Of([.. parsed.GetRequiredValue(runs).Select(RunOutcome.Read)]);
                (session.Printer.Format == OutputFormat.Json ? (Action<Printer, IReadOnlyList<RunVariant>>)Json : Table)(session.Printer, variants);
                return Task.CompletedTask;
            });
    }

    private static void Table(Printer printer, IReadOnlyList<RunVariant> variants)
    {
        (string Head, Func<RunVariant, string> Cell)[] columns =
        [
            ("recipe", variant => variant.Settings.Count > 0 ? string.Join(" ", variant.Settings) : variant.Runs[0].Report.Title),
            (">runs", variant => FormattableString.Invariant($"{variant.Runs.Count}")),
            (">MACs", variant => Last(variant, stage => stage.Macs) is { } macs ? Quantity.Of((long)macs.Mean) : ""),
            (">parameters", variant => Last(variant, stage => stage.Parameters) is { } parameters ? Quantity.Of((long)parameters.Mean) : ""),
            .. Enumerable.Range(0, variants.SelectMany(variant => variant.Runs).Max(run => run.Report.Stages.Count)).SelectMany(stage => Stage(stage, variants)),
        ];
        columns = [.. columns.Where(column => variants.Any(variant => column.Cell(variant).Length > 0))];
        printer.Table([.. columns.Select(column => column.Head)], variants.Select(variant => (IReadOnlyList<string>)[.. columns.Select(column => column.Cell(variant))]));
    }

    private static IEnumerable<(string Head, Func<RunVariant, string> Cell)> Stage(int number, IReadOnlyList<RunVariant> variants)
    {
        string[] names = [.. variants.SelectMany(variant => variant.Runs).Where(run => number < run.Report.Stages.Count).Select(run => run.Report.Stages[number].Name).Distinct()];
        var name = names is [var only] ? only : FormattableString.Invariant($"step {number}");
        yield return ($">{name}, accuracy %", variant => variant.Of(number, stage => stage.AccuracyPercent)?.ToString("F2") ?? "");
        yield return ($">{name}, attention error", variant => variant.Of(number, stage => stage.AttentionError)?.ToString("F3") ?? "");
    }

    private static Spread? Last(RunVariant variant, Func<ReportStage, double?> figure) => variant.Of(variant.Runs[0].Report.Stages.Count - 1, figure);

    private static void Json(Printer printer, IReadOnlyList<RunVariant> variants) => printer.Json(json =>
    {
        json.WriteStartArray();
        foreach (var variant in variants)
        {
            json.WriteStartObject();
            json.WriteStartArray("settings");
            variant.Settings.ToList().ForEach(json.WriteStringValue);
            json.WriteEndArray();
            json.WriteStartArray("runs");
            foreach (var run in variant.Runs)
            {
                json.WriteStartObject();
                json.WriteString("folder", run.Folder);
                json.WriteStartArray("stages");
                foreach (var stage in run.Report.Stages)
                {
                    json.WriteStartObject();
                    json.WriteString("name", stage.Name);
                    json.WriteNumber("macs", stage.Macs);
                    json.WriteNumber("parameters", stage.Parameters);
                    Number("accuracy_percent", stage.AccuracyPercent);
                    Number("attention_score_error_mean", stage.AttentionError);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();

        void Number(string name, double? value)
        {
            if (value is { } number)
            {
                json.WriteNumber(name, number);
            }
        }
    });
}
