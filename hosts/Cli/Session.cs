using Espalier.Cli.Output;
using Espalier.Plugins;
using Espalier.Recipes;
using Microsoft.Extensions.Logging;

namespace Espalier.Cli;

/// <summary>What a command works with: the settings, the plugins, the console.</summary>
internal sealed class Session : IAsyncDisposable
{
    private readonly PluginHost host;
    private PluginLease? lease;

    private Session(Settings settings, PluginHost host, ILoggerFactory logs, StatusLine status)
    {
        (Settings, this.host, Status) = (settings, host, status);
        Log = logs.CreateLogger("espalier");
        Printer = new Printer(settings.Format, Console.Out);
    }

    /// <summary>What the options of all commands say.</summary>
    public Settings Settings { get; }

    /// <summary>Messages for the user.</summary>
    public ILogger Log { get; }

    /// <summary>Where results are printed.</summary>
    public Printer Printer { get; }

    /// <summary>Where progress is shown.</summary>
    public StatusLine Status { get; }

    /// <summary>The plugins, those that failed too.</summary>
    public IReadOnlyList<PluginInfo> Plugins => host.Plugins;

    /// <summary>The plugins' parts.</summary>
    public PartCatalogue Parts => (lease ??= host.Acquire()).Parts;

    /// <summary>Finds and loads the plugins.</summary>
    public static async Task<Session> OpenAsync(Settings settings, CancellationToken cancellationToken)
    {
        var status = new StatusLine(settings.Verbosity);
        var logs = LoggerFactory.Create(builder => builder
            .SetMinimumLevel(settings.Verbosity switch { Verbosity.Quiet => LogLevel.Warning, Verbosity.Normal => LogLevel.Information, _ => LogLevel.Debug })
            // What the host does with plugins that are well is of no interest.
            .AddFilter("Espalier.Plugins", settings.Verbosity == Verbosity.Detailed ? LogLevel.Debug : LogLevel.Warning)
            .AddProvider(new StatusLogs(status)));
        var host = new PluginHost(new PluginHostOptions { Folders = PluginFolders.Find(settings.Plugins), Logs = logs });
        var session = new Session(settings, host, logs, status);
        try
        {
            await host.LoadAllAsync(cancellationToken).ConfigureAwait(false);
            return session;
        }
        catch
        {
            await session.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Reads a recipe with the changes of the command line and checks it; a checkpoint counts as a recipe for that model.</summary>
    /// <param name="path">A recipe, or a checkpoint (<c>.safetensors</c>).</param>
    /// <exception cref="RecipeException">It is wrong; all of its errors.</exception>
    public LoadedRecipe Read(string path)
    {
        var isCheckpoint = path.EndsWith(".safetensors", StringComparison.OrdinalIgnoreCase);
        var place = new RecipePlace(path, 0, 0);
        if (Directory.Exists(path))
        {
            throw new RecipeException(place, $"It is a folder. Name a recipe, or a checkpoint in it: {Path.Combine(path, "model.safetensors")}.");
        }

        var read = isCheckpoint
            ? new RecipeMap([new RecipeEntry("model", Checkpoint(path, place), place)], place)
            : RecipeReader.ReadFile(path);
        var changed = RecipeOverrides.Apply(read, Settings.Changes);
        return new LoadedRecipe(new RecipeBinder(Parts).Bind(changed), changed, isCheckpoint ? null : path);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Status.Dispose();
        lease?.Dispose();
        await host.DisposeAsync().ConfigureAwait(false);
    }

    private static RecipeMap Checkpoint(string path, RecipePlace place) =>
        new([new RecipeEntry("checkpoint", new RecipeScalar(Path.GetFullPath(path), true, place), place)], place);
}
