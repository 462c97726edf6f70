using Espalier.Graphs;
using Espalier.Planning;
using Espalier.Structures;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Models.Tests.Planning;

/// <summary>A model of the zoo with its structure, and scores that follow from names alone.</summary>
internal sealed class Opened : IDisposable
{
    public Opened(string name)
    {
        var zoo = Zoo.All[name];
        Module = zoo.Make();
        var dtype = Module is LanguageModel ? ScalarType.Int64 : ScalarType.Float32;
        Model = TracedModel.Trace(Module, [.. zoo.Inputs.Select((shape, i) => new InputSpec($"x{i}", shape, dtype))]);
        Structure = ModelStructure.Find(Model.Graphs);
    }

    public Opened(nn.Module module, long[] input)
    {
        Module = module;
        Model = TracedModel.Trace(Module, [new InputSpec("x", input, ScalarType.Float32)]);
        Structure = ModelStructure.Find(Model.Graphs);
    }

    public nn.Module Module { get; }

    public TracedModel Model { get; }

    public ModelStructure Structure { get; }

    public IReadOnlyList<IStructureGroup> Groups => [.. Structure.Groups.Where(group => group.Granularity != StructureGranularity.Block)];

    public static IReadOnlyList<double> Scores(IStructureGroup group) =>
        [.. Enumerable.Range(0, group.Count).Select(unit => ((unit * 7919) + (group.Name.Length * 104729)) % 1009 / 1009.0)];

    public void Dispose() => Module.Dispose();
}
