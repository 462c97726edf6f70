using System.CommandLine;
using System.Runtime.InteropServices;
using Espalier.Cli.Commands;

namespace Espalier.Cli;

/// <summary>The program.</summary>
public static class Program
{
    /// <summary>Runs a command.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static async Task<int> Main(string[] args)
    {
        var options = new GlobalOptions();
        var root = new RootCommand("Prunes neural networks as a recipe says. Results go to the standard output, messages to the standard error.");
        foreach (var option in options.All)
        {
            root.Options.Add(option);
        }

        foreach (var command in CommandTable.All(options))
        {
            root.Subcommands.Add(command);
        }

        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                Console.Error.WriteLine($"error: {error.Message}");
            }

            Console.Error.WriteLine($"What there is: espalier {(parsed.CommandResult.Command == root ? "" : parsed.CommandResult.Command.Name + " ")}--help");
            return (int)ExitCode.Usage;
        }

        using var stop = new StopRequest();
        return await parsed
            .InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, stop.Token)
            .ConfigureAwait(false);
    }
}
