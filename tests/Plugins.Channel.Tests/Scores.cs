using Espalier.Criteria;
using Espalier.Plugins.Criteria;
using Espalier.Plugins.Tests.Runs;

namespace Espalier.Plugins.Channel.Tests;

/// <summary>The criteria that channels can be scored with.</summary>
internal static class Scores
{
    public static IReadOnlyDictionary<string, IImportanceCriterion> Weights { get; } = new Dictionary<string, IImportanceCriterion>
    {
        ["l1"] = new L1Criterion(new()),
        ["l2"] = new L2Criterion(new()),
        ["random"] = new RandomCriterion(new()),
        ["fpgm"] = new FpgmCriterion(new()),
        ["lamp"] = new LampCriterion(new()),
    };

    public static IReadOnlyDictionary<string, IImportanceCriterion> Data { get; } = new Dictionary<string, IImportanceCriterion>
    {
        ["taylor"] = new TaylorCriterion(new()),
        ["fisher"] = new FisherCriterion(new()),
        ["wanda"] = new WandaCriterion(new()),
    };

    public static Parts Parts(params (string, object)[] more) =>
        new([.. Weights.Concat(Data).Select(pair => (pair.Key, (object)pair.Value)), .. more]);
}
