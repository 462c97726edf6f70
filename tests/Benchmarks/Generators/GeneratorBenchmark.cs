using System.Diagnostics;
using System.Globalization;
using Espalier.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Espalier.Benchmarks.Generators;

/// <summary>
/// What the generator costs after one key pressed: a project of 500 files, 20 of them models, and an edit of a file that is none or of one that is.
/// Beside it, a generator that only looks for the attribute: less is not possible.
/// </summary>
internal static class GeneratorBenchmark
{
    /// <summary>The most that an edit may cost, in milliseconds.</summary>
    private const double Aim = 5;

    public static int Run(int edits)
    {
        Console.WriteLine($"{EditedProject.Files} files, {EditedProject.Models} models; medians over {edits} edits, in milliseconds");
        Console.WriteLine();
        Console.WriteLine($"{"edit",-34}{"generator",12}{"attribute only",16}");
        var worst = new[]
        {
            Compare("inside a method of another file", EditedProject.EditBody, edits),
            Compare("inside the forward of a model", EditedProject.EditForward, edits),
            Compare("a new method in another file", EditedProject.EditDeclaration, edits),
        };
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"aim: at most {Aim} ms for the first two"));
        return worst[0] <= Aim && worst[1] <= Aim ? 0 : 1;
    }

    private static double Compare(string name, Func<CSharpCompilation, int, CSharpCompilation> edit, int edits)
    {
        var ours = Median(new ModelTraceGenerator(), edit, edits);
        var least = Median(new AttributeOnly(), edit, edits);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-34}{ours,12:f2}{least,16:f2}"));
        return ours;
    }

    private static double Median(IIncrementalGenerator generator, Func<CSharpCompilation, int, CSharpCompilation> edit, int edits)
    {
        var compilation = EditedProject.Create();
        var driver = CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: EditedProject.ParseOptions)
            .RunGenerators(compilation);
        var times = new List<double>();
        for (var i = 0; i < edits + 20; i++)
        {
            compilation = edit(compilation, i);
            var start = Stopwatch.GetTimestamp();
            driver = driver.RunGenerators(compilation);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        // The first ones are the compiler's own warm-up.
        var measured = times.Skip(20).Order().ToList();
        return measured[measured.Count / 2];
    }

    private sealed class AttributeOnly : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context)
        {
            var names = context.SyntaxProvider.ForAttributeWithMetadataName(
                "Espalier.PrunableModelAttribute", static (_, _) => true, static (target, _) => target.TargetSymbol.Name);
            context.RegisterSourceOutput(names, static (output, name) => output.AddSource(name, $"// {name}"));
        }
    }
}
