using Espalier.Criteria;
using Espalier.Data;
using Espalier.Graphs;
using Espalier.Planning;
using Espalier.Plugins;
using Espalier.Recipes;
using Espalier.Runs;
using Espalier.Training;
using Espalier.Weights;

namespace Espalier.Cli;

/// <summary>What an error means for the user: an exit code and a message.</summary>
/// <param name="Code">How the program ends.</param>
/// <param name="Message">What is wrong, where, and what to do.</param>
/// <param name="Details">For those who look for the cause; null if the message says all.</param>
internal sealed record Failure(ExitCode Code, string Message, string? Details = null)
{
    /// <summary>What an error means.</summary>
    public static Failure Of(Exception error) => error switch
    {
        RecipeException or RunException or UsageException => new Failure(ExitCode.Usage, error.Message),
        PluginException plugin => OfPlugin(plugin),
        WeightFileException or DataException or TraceException or TrainingException => new Failure(ExitCode.Input, error.Message),
        PlanException or CriterionException => new Failure(ExitCode.Plan, error.Message),
        StoppedException => new Failure(ExitCode.Stopped, error.Message),
        OperationCanceledException => new Failure(ExitCode.Stopped, "Stopped."),
        IOException or UnauthorizedAccessException or InvalidDataException => new Failure(ExitCode.Input, error.Message),
        _ => PluginFault.Of(error, "at work") is { } plugin
            ? OfPlugin(plugin)
            : new Failure(ExitCode.Internal, $"{error.GetType().Name}: {error.Message}", error.ToString()),
    };

    private static Failure OfPlugin(PluginException error) => new(
        ExitCode.Input,
        error.Details is null ? error.Message : $"{error.Message} This is a mistake in the plugin; --verbosity detailed shows where, for those who made it.",
        error.Details);
}
