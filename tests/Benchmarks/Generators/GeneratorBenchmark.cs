using System.Diagnostics;
using System.Globalization;
using Espalier.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Espalier.Benchmarks.Generators;

/// <summary>
/// What the generator costs after one key pressed, each time in another file: one that has no model, or one that has. Beside it, a generator that
/// only looks for the attribute: less is not possible.
/// </summary>
internal static class GeneratorBenchmark
{
    /// <summary>The most that an edit may cost, in milliseconds.</summary>
    private const double Aim = 5;

    // The first edits pay for the compiler's own warm-up.
    private const int WarmUp = 60;

    public static int Run(int edits)
    {
        var project = EditedProject.Create();
        if (EditedProject.FirstError(Output(project)) is { } error)
        {
            Console.Error.WriteLine($"The project that would be edited does not compile: {error}");
            return 1;
        }

        Console.WriteLine($"{EditedProject.Files} files, {project.Models} models; {edits} edits of each kind, in milliseconds");
        Console.WriteLine();
        Console.WriteLine($"{"",-30}{"generator",27}{"attribute only",30}");
        Console.WriteLine($"{"edit",-30}{Heads()}   {Heads()}");
        var unrelated = Compare("a number in another class", edits, static (p, i) => p.EditOtherBody(i));
        var forward = Compare("a statement in a forward", edits, static (p, i) => p.EditForward(i));
        Compare("a method more in another class", edits, static (p, i) => p.EditOtherDeclaration(i));
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"aim: a median of at most {Aim} ms for the first two"));
        return unrelated <= Aim && forward <= Aim ? 0 : 1;
    }

    private static string Heads() => $"{"median",9}{"quartile",9}{"p90",9}";

    private static double Compare(string name, int edits, Action<EditedProject, int> edit)
    {
        var ours = Times(new ModelTraceGenerator(), edits, edit);
        var least = Times(new AttributeOnly(), edits, edit);
        Console.WriteLine($"{name,-30}{Figures(ours)}   {Figures(least)}");
        return Quantile(ours, 0.5);
    }

    private static string Figures(List<double> times) =>
        string.Create(CultureInfo.InvariantCulture, $"{Quantile(times, 0.5),9:f2}{Quantile(times, 0.25),9:f2}{Quantile(times, 0.9),9:f2}");

    private static double Quantile(List<double> sorted, double share) => sorted[(int)(share * (sorted.Count - 1))];

    /// <summary>The times of the edits in ascending order.</summary>
    private static List<double> Times(IIncrementalGenerator generator, int edits, Action<EditedProject, int> edit)
    {
        var project = EditedProject.Create();
        var driver = Driver(generator).RunGenerators(project.Compilation);
        var times = new List<double>();
        for (var i = 0; i < edits + WarmUp; i++)
        {
            edit(project, i);
            var start = Stopwatch.GetTimestamp();
            driver = driver.RunGenerators(project.Compilation);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return [.. times.Skip(WarmUp).Order()];
    }

    private static Compilation Output(EditedProject project)
    {
        Driver(new ModelTraceGenerator()).RunGeneratorsAndUpdateCompilation(project.Compilation, out var output, out _);
        return output;
    }

    private static CSharpGeneratorDriver Driver(IIncrementalGenerator generator) =>
        CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: EditedProject.ParseOptions);

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
