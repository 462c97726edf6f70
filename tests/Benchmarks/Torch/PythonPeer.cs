using System.Diagnostics;
using System.Globalization;

namespace Espalier.Benchmarks.Torch;

/// <summary>The process of a peer.py: it does the same steps with PyTorch, when it is told to.</summary>
internal sealed class PythonPeer : IDisposable
{
    private readonly Process _process;

    public PythonPeer(int threads, string script = "Torch/peer.py")
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("PYTHON") ?? "/usr/bin/python3")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, script), threads.ToString(CultureInfo.InvariantCulture) },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        _process = Process.Start(start) ?? throw new InvalidOperationException("python3 could not be started.");
        Version = Read();
    }

    /// <summary>The version of its PyTorch.</summary>
    public string Version { get; }

    /// <summary>The seconds of that many steps.</summary>
    public double[] Time(string step, int count)
    {
        _process.StandardInput.WriteLine($"{step} {count}");
        _process.StandardInput.Flush();
        return [.. Read().Split(' ').Select(text => double.Parse(text, CultureInfo.InvariantCulture))];
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private string Read() => _process.StandardOutput.ReadLine()
        ?? throw new InvalidOperationException("The Python process ended: is PyTorch installed (Debian, Ubuntu: python3-torch)? PYTHON names another interpreter.");
}
