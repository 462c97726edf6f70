using Espalier.Framework.Tests.Exactness;
using Espalier.Graphs;
using static TorchSharp.torch;

namespace Espalier.Models.Tests.Structures;

/// <summary>Every model of the zoo, cut at random, computes what the masked big one does.</summary>
public sealed class ZooExactnessTests
{
    /// <summary>Every group of every model, alone and together.</summary>
    [Theory]
    [MemberData(nameof(Zoo.Names), MemberType = typeof(Zoo))]
    public void Apply_RandomLegalPlans_EqualsMaskedModel(string name)
    {
        var zoo = Zoo.All[name];
        var isTokens = zoo.Make() is LanguageModel;
        InputSpec[] inputs = [.. zoo.Inputs.Select((shape, i) => new InputSpec($"x{i}", shape, isTokens ? ScalarType.Int64 : ScalarType.Float32))];
        var plans = int.TryParse(Environment.GetEnvironmentVariable("ESPALIER_PLANS"), out var asked) ? asked : 1;
        new ExactnessCheck(zoo.Make, inputs).Run(plans, 1e-10);
    }
}
