using System.Globalization;
using Espalier.Fuzzers;
using Espalier.Fuzzers.Targets;

// dotnet run -c Release --project tests/Fuzzers -- TARGET|all [count] [seed]
IFuzzTarget[] targets =
[
    new SafetensorsTarget(), new PickleTarget(), new TorchZipTarget(), new PlanTarget(), new PluginManifestTarget(), new IdxTarget(), new PngTarget(),
    new XzTarget(),
    new RecipeTarget(),
];

var chosen = args.Length > 0 ? targets.Where(target => args[0] == "all" || target.Name == args[0]).ToList() : [];
if (chosen.Count == 0 ||
    !int.TryParse(args.ElementAtOrDefault(1) ?? "100000", NumberStyles.None, CultureInfo.InvariantCulture, out var count) ||
    !int.TryParse(args.ElementAtOrDefault(2) ?? "1", NumberStyles.None, CultureInfo.InvariantCulture, out var seed))
{
    Console.Error.WriteLine($"usage: espalier-fuzz TARGET|all [count] [seed]\ntargets: {string.Join(", ", targets.Select(target => target.Name))}");
    return 2;
}

var folder = Directory.CreateTempSubdirectory("espalier-fuzz-");
try
{
    return chosen.TrueForAll(target => new FuzzRun(target, folder.FullName, Console.Out).Run(count, seed)) ? 0 : 1;
}
finally
{
    folder.Delete(recursive: true);
}
