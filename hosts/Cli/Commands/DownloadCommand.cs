using System.CommandLine;
using Espalier.Data;
using Espalier.Methods;
using Espalier.Plugins;
using Espalier.Recipes;

namespace Espalier.Cli.Commands;

/// <summary><c>espalier download SOURCE</c>.</summary>
internal static class DownloadCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(GlobalOptions options)
    {
        var source = new Argument<string>("source") { Description = "The data's name in recipes: fashion-mnist, cifar-10." };
        return new Command("download", "Downloads data into the user's cache, or the folder of --output, and checks their sums.") { source }
            .Runs(options, async (session, parsed, cancellationToken) =>
            {
                var folder = await RunAsync(session, parsed.GetRequiredValue(source), cancellationToken).ConfigureAwait(false);
                session.Printer.Text(folder);
            });
    }

    /// <summary>Downloads the files of a source.</summary>
    /// <returns>The folder that they are in.</returns>
    public static async Task<string> RunAsync(Session session, string name, CancellationToken cancellationToken)
    {
        if (Find(session.Parts, name) is not { } source)
        {
            var others = session.Parts.Names<IDataSource>().Where(other => Find(session.Parts, other) is not null);
            throw new UsageException($"'{name}' cannot be downloaded. These can: {string.Join(", ", others)}.");
        }

        var folder = Path.Combine(session.Settings.Output ?? DataFolders.OfProcess.Cache, source.Folder);
        using var client = new HttpClient();
        await new Downloader(client).DownloadAsync(source.Files, folder, new Shown(session), cancellationToken).ConfigureAwait(false);
        return folder;
    }

    private static IDownloadable? Find(PartCatalogue parts, string name)
    {
        try
        {
            return parts.Create(new Part<IDataSource>(name)) as IDownloadable;
        }
        catch (RecipeException) when (parts.Names<IDataSource>().Contains(name))
        {
            // It needs options to say where the user's own files are.
            return null;
        }
    }

    private sealed class Shown(Session session) : IProgress<DownloadProgress>
    {
        public void Report(DownloadProgress value)
        {
            if (value.Note is { } note)
            {
                session.Status.WriteLine($"{value.File.Name}: {note}");
            }

            session.Status.Report(new MethodProgress(value.File.Name, value.Done, value.File.Size));
        }
    }
}
