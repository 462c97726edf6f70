using System.CommandLine;

namespace Espalier.Cli.Commands;

/// <summary>All commands.</summary>
internal static class CommandTable
{
    /// <summary>Makes them.</summary>
    public static IEnumerable<Command> All(GlobalOptions options) =>
    [
        RunCommand.Create(options, "prune", "Runs a recipe: makes a model smaller, fine-tunes and evaluates it, and writes checkpoint, plan and report."),
        RunCommand.Create(options, "train", "Runs a recipe that trains a model; the same as prune."),
        PlanCommand.Create(options),
        InspectCommand.Create(options),
        EvaluateCommand.Create(options),
        SensitivityCommand.Create(options),
        CompareCommand.Create(options),
        ValidateCommand.Create(options),
        DownloadCommand.Create(options),
        PluginCommand.Create(options),
        SchemaCommand.Create(options),
        DemoCommand.Create(options),
    ];
}
