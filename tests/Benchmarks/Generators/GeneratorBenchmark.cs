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

    private const int WarmUp = 400;

    private static readonly (string Name, Action<EditedProject, int> Edit)[] Kinds =
    [
        ("a number in another class", static (project, i) => project.EditOtherBody(i)),
        ("a statement in a forward", static (project, i) => project.EditForward(i)),
        ("a method more in another class", static (project, i) => project.EditOtherDeclaration(i)),
    ];

    public static int Run(int edits)
    {
        var project = EditedProject.Create();
        if (EditedProject.FirstError(Output(project)) is { } error)
        {
            Console.Error.WriteLine($"The project that would be edited does not compile: {error}");
            return 1;
        }

        // The first edits pay for the just-in-time compilation of the compiler; the last kind runs no code that the others do not.
        foreach (var (_, edit) in Kinds[..^1])
        {
            Measure(WarmUp, edit);
        }

        Console.WriteLine($"{EditedProject.Files} files, {project.Models} models; {edits} edits of each kind, in milliseconds");
        Console.WriteLine();
        Console.WriteLine($"{"",-30}{"generator",27}{"attribute only",30}");
        Console.WriteLine($"{"edit",-30}{Heads()}   {Heads()}");
        var medians = new List<double>();
        foreach (var (name, edit) in Kinds)
        {
            var (ours, least) = Measure(edits, edit);
            medians.Add(Quantile(ours, 0.5));
            Console.WriteLine($"{name,-30}{Figures(ours)}   {Figures(least)}");
        }

        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"aim: a median of at most {Aim} ms for an edit of another class's code"));
        return medians[0] <= Aim ? 0 : 1;
    }

    private static string Heads() => $"{"median",9}{"quartile",9}{"p90",9}";

    private static string Figures(List<double> times) =>
        string.Create(CultureInfo.InvariantCulture, $"{Quantile(times, 0.5),9:f2}{Quantile(times, 0.25),9:f2}{Quantile(times, 0.9),9:f2}");

    private static double Quantile(List<double> sorted, double share) => sorted[(int)(share * (sorted.Count - 1))];

    /// <summary>The times of the edits in ascending order, taken in turn, so that both generators see the machine in the same state.</summary>
    private static (List<double> Ours, List<double> Least) Measure(int edits, Action<EditedProject, int> edit)
    {
        var (ours, least) = (new EditRun(new ModelTraceGenerator()), new EditRun(new AttributeOnly()));
        for (var i = 0; i < edits; i++)
        {
            ours.Edit(edit, i);
            least.Edit(edit, i);
        }

        return (ours.Times(), least.Times());
    }

    private static Compilation Output(EditedProject project)
    {
        Driver(new ModelTraceGenerator()).RunGeneratorsAndUpdateCompilation(project.Compilation, out var output, out _);
        return output;
    }

    private static CSharpGeneratorDriver Driver(IIncrementalGenerator generator) =>
        CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: EditedProject.ParseOptions);

    /// <summary>One generator over a project of its own that is edited.</summary>
    private sealed class EditRun(IIncrementalGenerator generator)
    {
        private readonly EditedProject project = EditedProject.Create();
        private readonly List<double> times = [];
        private GeneratorDriver? driver;

        public void Edit(Action<EditedProject, int> edit, int number)
        {
            driver ??= Driver(generator).RunGenerators(project.Compilation);
            edit(project, number);
            var start = Stopwatch.GetTimestamp();
            driver = driver.RunGenerators(project.Compilation);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        public List<double> Times() => [.. times.Order()];
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
