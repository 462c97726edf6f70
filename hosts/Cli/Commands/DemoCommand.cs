using System.CommandLine;
using Espalier.Data;
using Espalier.Plugins;

namespace Espalier.Cli.Commands;

/// <summary><c>espalier demo</c>.</summary>
internal static class DemoCommand
{
    private const string Wanted = "fashion-mnist";
    private const string Generated = "generated";

    /// <summary>Makes the command.</summary>
    public static Command Create(GlobalOptions options) =>
        new Command("demo", "Prunes, fine-tunes and evaluates a small transformer on Fashion-MNIST, or on generated images where that cannot be had.")
            .Runs(options, async (session, _, cancellationToken) =>
            {
                var source = await FindDataAsync(session, cancellationToken).ConfigureAwait(false);
                RunCommand.Run(
                    session, Path.Combine(AppContext.BaseDirectory, "recipes", source == Wanted ? "demo.yaml" : "demo-generated.yaml"), cancellationToken);
            });

    private static async Task<string> FindDataAsync(Session session, CancellationToken cancellationToken)
    {
        if (Has(session, cancellationToken))
        {
            session.Status.WriteLine($"Data: {Wanted}, found on this machine.");
            return Wanted;
        }

        try
        {
            session.Status.WriteLine($"{Wanted} is not on this machine: trying to download it ...");
            var folder = await DownloadCommand.RunAsync(session, Wanted, cancellationToken).ConfigureAwait(false);
            session.Status.WriteLine($"Data: {Wanted}, downloaded to {folder}.");
            return Wanted;
        }
        catch (Exception error) when (error is DataException or HttpRequestException or IOException)
        {
            session.Status.WriteLine($"It cannot be downloaded: {error.Message}");
            session.Status.WriteLine("Data: generated images, which need no file. To use the real ones, set ESPALIER_DATA to the folder that holds fashion-mnist/.");
            return Generated;
        }
    }

    private static bool Has(Session session, CancellationToken cancellationToken)
    {
        try
        {
            using var test = session.Parts.Create(new Part<IDataSource>(Wanted)).Load(DataSplit.Test, cancellationToken);
            return true;
        }
        catch (DataException)
        {
            return false;
        }
    }
}
