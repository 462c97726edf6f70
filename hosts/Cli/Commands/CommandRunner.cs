using System.CommandLine;

namespace Espalier.Cli.Commands;

/// <summary>Runs a command in a session, and turns its errors into messages and exit codes.</summary>
internal static class CommandRunner
{
    /// <summary>Sets what a command does.</summary>
    /// <param name="command">The command.</param>
    /// <param name="options">The options of all commands.</param>
    /// <param name="run">What it does.</param>
    public static Command Runs(this Command command, GlobalOptions options, Func<Session, ParseResult, CancellationToken, Task> run)
    {
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var settings = options.Read(parsed);
            try
            {
                var session = await Session.OpenAsync(settings, cancellationToken).ConfigureAwait(false);
                await using (session.ConfigureAwait(false))
                {
                    // The work is done on a thread of the pool: torch's threads belong to the one that computes.
                    await Task.Run(() => run(session, parsed, cancellationToken), CancellationToken.None).ConfigureAwait(false);
                }

                return (int)ExitCode.Done;
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                var failure = Failure.Of(error);
                await Console.Error.WriteLineAsync(failure.Code == ExitCode.Stopped ? failure.Message : $"error: {failure.Message}").ConfigureAwait(false);
                if (failure.Details is { } details && (settings.Verbosity == Verbosity.Detailed || failure.Code == ExitCode.Internal))
                {
                    await Console.Error.WriteLineAsync(details).ConfigureAwait(false);
                }

                return (int)failure.Code;
            }
        });
        return command;
    }
}
