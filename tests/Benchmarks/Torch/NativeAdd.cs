using System.Diagnostics;
using System.Globalization;

namespace Espalier.Benchmarks.Torch;

/// <summary>The small call from C++: native_add.cpp, built against the same libtorch.</summary>
internal static class NativeAdd
{
    /// <summary>Builds the program; null when it cannot be built.</summary>
    public static string? Build()
    {
        var libtorch = Environment.GetEnvironmentVariable("LIBTORCH");
        var program = Path.Combine(AppContext.BaseDirectory, "native_add");
        string[] where = string.IsNullOrEmpty(libtorch)
            ? ["-I/usr/include/torch/csrc/api/include"]
            : [$"-I{libtorch}/include", $"-I{libtorch}/include/torch/csrc/api/include", $"-L{libtorch}/lib", $"-Wl,-rpath,{libtorch}/lib"];
        var source = Path.Combine(AppContext.BaseDirectory, "Torch", "native_add.cpp");
        return Run("g++", ["-O2", "-std=c++17", source, .. where, "-ltorch_cpu", "-lc10", "-o", program]) is null ? null : program;
    }

    /// <summary>Nanoseconds per call.</summary>
    public static double Time(string program) => double.Parse(Run(program, [])!, CultureInfo.InvariantCulture);

    private static string? Run(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : null;
    }
}
