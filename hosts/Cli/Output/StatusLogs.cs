using Microsoft.Extensions.Logging;

namespace Espalier.Cli.Output;

/// <summary>Loggers that write to the standard error, above the line of progress.</summary>
/// <param name="status">The line of progress.</param>
internal sealed class StatusLogs(StatusLine status) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new Logger(status);

    public void Dispose()
    {
    }

    private sealed class Logger(StatusLine status) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var prefix = logLevel switch
            {
                >= LogLevel.Error => "error: ",
                LogLevel.Warning => "warning: ",
                _ => "",
            };
            status.WriteLine(prefix + formatter(state, exception));
        }
    }
}
