using System.Diagnostics;
using System.Globalization;

namespace Espalier.Fuzzers;

/// <summary>Feeds a target with inputs and watches time, memory and exceptions. The first failure ends it; its input is kept.</summary>
internal sealed class FuzzRun(IFuzzTarget target, string folder, TextWriter output)
{
    private const long MostBytes = 64L << 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Stopwatch clock = Stopwatch.StartNew();
    private byte[] current = [];
    private long startedAt;
    private long read;
    private long refused;
    private long mostBytes;
    private TimeSpan slowest;

    /// <summary>Runs the seeds, then mutated inputs.</summary>
    /// <returns>Whether all went well.</returns>
    public bool Run(int count, int seed)
    {
        using var watchdog = new Timer(_ => Watch(), null, Patience, TimeSpan.FromSeconds(1));
        foreach (var input in target.Seeds)
        {
            if (Try(input) is { } problem)
            {
                return Fail(problem);
            }

            if (refused > 0)
            {
                return Fail("a good input was refused");
            }
        }

        var mutator = new Mutator(target.Seeds, target.Words, seed);
        for (var i = 0; i < count; i++)
        {
            if (Try(mutator.Next()) is { } problem)
            {
                return Fail(string.Create(CultureInfo.InvariantCulture, $"input {i} of seed {seed}: {problem}"));
            }
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{target.Name}: {count} inputs in {clock.Elapsed.TotalSeconds:0.0} s, {read} read, {refused} refused; slowest {slowest.TotalMilliseconds:0} ms, most memory {mostBytes / 1024} KiB"));
        return true;
    }

    /// <summary>What was wrong with an input; null if nothing was.</summary>
    private string? Try(byte[] input)
    {
        current = input;
        var start = clock.Elapsed;
        var allocated = GC.GetTotalAllocatedBytes();
        Interlocked.Exchange(ref startedAt, start.Ticks);
        try
        {
            target.Read(input, folder);
            read++;
        }
        catch (Exception error) when (error.GetType() == target.Refusal)
        {
            refused++;
            if (string.IsNullOrWhiteSpace(error.Message))
            {
                return "the refusal says nothing";
            }
        }
        catch (Exception error)
        {
            return error.ToString();
        }

        Interlocked.Exchange(ref startedAt, 0);
        var bytes = GC.GetTotalAllocatedBytes() - allocated;
        mostBytes = Math.Max(mostBytes, bytes);
        slowest = clock.Elapsed - start > slowest ? clock.Elapsed - start : slowest;
        return bytes > MostBytes ? $"{bytes} bytes were allocated" : null;
    }

    private void Watch()
    {
        var start = Interlocked.Read(ref startedAt);
        if (start != 0 && clock.Elapsed - TimeSpan.FromTicks(start) > Patience)
        {
            Fail($"no answer after {Patience.TotalSeconds:0} s");
            Environment.Exit(1);
        }
    }

    private bool Fail(string problem)
    {
        var path = Path.Combine(Path.GetTempPath(), $"espalier-fuzz-{target.Name}.bin");
        File.WriteAllBytes(path, current);
        output.WriteLine($"{target.Name}: FAILED, {problem}\nThe input is in {path}.");
        return false;
    }
}
