using System.Diagnostics;
using System.Text;

namespace Espalier.EndToEnd.Tests;

/// <summary>The program in a process of its own.</summary>
internal sealed class Cli : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly StringBuilder error = new();

    private Cli(string folder, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(Program, "espalier.dll"), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        // What the tests' own environment says must not decide.
        start.Environment.Remove("ESPALIER_PLUGINS");
        start.Environment.Remove("ESPALIER_DATA");
        start.Environment["XDG_CACHE_HOME"] = Path.Combine(folder, "cache");
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(error, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    // The folder of the program, as the build leaves it.
    private static string Program =>
        Path.Combine(new DirectoryInfo(AppContext.BaseDirectory).Parent!.Parent!.FullName, "Cli", Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/')));

    /// <summary>What it printed on the standard output so far.</summary>
    public string Output => Text(output);

    /// <summary>What it printed on the standard error so far.</summary>
    public string Error => Text(error);

    /// <summary>How it ended.</summary>
    public int ExitCode => process.ExitCode;

    /// <summary>A recipe that comes with the program.</summary>
    public static string Recipe(string name) => Path.Combine(Program, "recipes", name + ".yaml");

    /// <summary>Starts it.</summary>
    public static Cli Start(string folder, params string[] arguments) => new(folder, arguments);

    /// <summary>Runs it to its end.</summary>
    public static Cli Run(string folder, params string[] arguments)
    {
        var started = Start(folder, arguments);
        started.Wait();
        return started;
    }

    /// <summary>Waits for its end.</summary>
    public void Wait()
    {
        if (!process.WaitForExit(Patience))
        {
            process.Kill();
            throw new TimeoutException($"espalier did not end. It said:\n{Output}\n{Error}");
        }

        process.WaitForExit();
    }

    /// <summary>Waits a while for its end.</summary>
    public bool HasEndedWithin(TimeSpan time) => process.WaitForExit(time);

    /// <summary>Waits until the standard error has a text.</summary>
    public void WaitFor(string text)
    {
        var start = Stopwatch.GetTimestamp();
        while (!Error.Contains(text, StringComparison.Ordinal))
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(start) > Patience)
            {
                throw new TimeoutException($"'{text}' did not come. It said:\n{Output}\n{Error}");
            }

            Thread.Sleep(10);
        }
    }

    /// <summary>Waits until the standard error has a text, or it has ended: a run that was broken off when all was done has nothing left to say.</summary>
    public void WaitForOrEnd(string text)
    {
        if (!SpinWait.SpinUntil(() => process.HasExited || Error.Contains(text, StringComparison.Ordinal), Patience))
        {
            throw new TimeoutException($"'{text}' did not come. It said:\n{Output}\n{Error}");
        }
    }

    /// <summary>Kills it with SIGKILL.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    /// <summary>Sends it SIGTERM, which counts as Ctrl-C does; SIGINT may be ignored in processes that were started in the background.</summary>
    public void Interrupt()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            Kill();
        }

        process.Dispose();
    }

    private static void Append(StringBuilder text, string? line)
    {
        lock (text)
        {
            if (line is not null)
            {
                text.Append(line).Append('\n');
            }
        }
    }

    private static string Text(StringBuilder text)
    {
        lock (text)
        {
            return text.ToString();
        }
    }
}
