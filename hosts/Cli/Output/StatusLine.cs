using System.Diagnostics;
using Espalier.Methods;
using Espalier.Runs;

namespace Espalier.Cli.Output;

/// <summary>
/// Progress on the standard error: on a terminal one line that is drawn anew, with a bar, the rate and the time that remains; elsewhere a plain line now and
/// then.
/// </summary>
/// <param name="verbosity">What is told.</param>
internal sealed class StatusLine(Verbosity verbosity) : IRunObserver, IDisposable
{
    private static readonly TimeSpan PlainInterval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan TerminalInterval = TimeSpan.FromMilliseconds(100);

    private readonly Lock gate = new();
    private readonly TextWriter error = Console.Error;
    private readonly bool isTerminal = !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") is not ("dumb" or null or "");
    private string phase = "";
    private long phaseStart;
    private long firstDone;
    private long lastDrawn;
    private bool isDrawn;

    /// <inheritdoc/>
    public void Begin(string stage)
    {
        Say($"{stage} ...");
        lock (gate)
        {
            (phase, lastDrawn) = ("", Stopwatch.GetTimestamp());
        }
    }

    /// <inheritdoc/>
    public void End(string result) => Say($"  {result}");

    /// <inheritdoc/>
    public void Report(MethodProgress value)
    {
        if (verbosity == Verbosity.Quiet)
        {
            return;
        }

        lock (gate)
        {
            var now = Stopwatch.GetTimestamp();
            if (value.Phase != phase)
            {
                (phase, phaseStart, firstDone) = (value.Phase, now, value.Done);
            }

            if (Stopwatch.GetElapsedTime(lastDrawn, now) < (isTerminal ? TerminalInterval : PlainInterval))
            {
                return;
            }

            lastDrawn = now;
            var text = ProgressText.Of(value, value.Done - firstDone, Stopwatch.GetElapsedTime(phaseStart, now), isTerminal);
            if (isTerminal)
            {
                error.Write($"\r\e[K{Cut(text)}");
                isDrawn = true;
            }
            else
            {
                error.WriteLine($"  {text}");
            }
        }
    }

    /// <summary>Writes a line above the progress, whatever the verbosity.</summary>
    public void WriteLine(string text)
    {
        lock (gate)
        {
            Clear();
            error.WriteLine(text);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (gate)
        {
            Clear();
        }
    }

    private void Say(string text)
    {
        if (verbosity != Verbosity.Quiet)
        {
            WriteLine(text);
        }
    }

    private void Clear()
    {
        if (isDrawn)
        {
            error.Write("\r\e[K");
            isDrawn = false;
        }
    }

    // A line that wraps could not be drawn over.
    private static string Cut(string text)
    {
        var width = 80;
        try
        {
            width = Console.WindowWidth;
        }
        catch (IOException)
        {
            // There is no window to measure: a narrow one is assumed.
        }

        return text.Length < width || width < 10 ? text : text[..(width - 1)];
    }
}
