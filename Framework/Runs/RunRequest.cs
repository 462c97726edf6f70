using Espalier.Plugins;
using Espalier.Recipes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Espalier.Runs;

/// <summary>What a run is asked to do.</summary>
/// <param name="Recipe">The recipe.</param>
/// <param name="Source">The recipe as it was read, with what the command line changed in it.</param>
/// <param name="Parts">The plugins' parts.</param>
/// <param name="Folder">Where the run's files go.</param>
public sealed record RunRequest(Recipe Recipe, RecipeNode Source, PartCatalogue Parts, string Folder)
{
    /// <summary>Whether to go on with the run in the folder.</summary>
    public bool Resume { get; init; }

    /// <summary>The file that the recipe came from, to be copied into the folder; null if there is none.</summary>
    public string? File { get; init; }

    /// <summary>The command that repeats the run, for the report; null if there is none.</summary>
    public string? Command { get; init; }

    /// <summary>Hears how it goes on; may be null.</summary>
    public IRunObserver? Observer { get; init; }

    /// <summary>Messages for the user.</summary>
    public ILogger Log { get; init; } = NullLogger.Instance;

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
