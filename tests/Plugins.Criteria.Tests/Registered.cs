using Espalier.Criteria;

namespace Espalier.Plugins.Criteria.Tests;

/// <summary>Every criterion in its forms.</summary>
internal static class Registered
{
    public static IReadOnlyDictionary<string, IImportanceCriterion> All { get; } = new Dictionary<string, IImportanceCriterion>
    {
        ["l1"] = new L1Criterion(new()),
        ["l1 all"] = new L1Criterion(new() { Members = MemberScope.All, PerWeight = true }),
        ["l2"] = new L2Criterion(new()),
        ["l2 parameters"] = new L2Criterion(new() { Members = MemberScope.Parameters, Reduction = MemberReduction.Max }),
        ["random"] = new RandomCriterion(new()),
        ["bn-scale"] = new BnScaleCriterion(new()),
        ["fpgm"] = new FpgmCriterion(new()),
        ["lamp"] = new LampCriterion(new()),
        ["taylor"] = new TaylorCriterion(new()),
        ["taylor gate"] = new TaylorCriterion(new() { Form = TaylorForm.Gate, Averaging = ScoreAveraging.Total }),
        ["taylor sample"] = new TaylorCriterion(new() { Form = TaylorForm.Gate, Averaging = ScoreAveraging.Sample, Members = MemberScope.All }),
        ["fisher"] = new FisherCriterion(new()),
        ["wanda"] = new WandaCriterion(new() { Members = MemberScope.All }),
    };

    public static TheoryData<string, string> On(params string[] models)
    {
        var data = new TheoryData<string, string>();
        foreach (var criterion in All.Keys)
        {
            foreach (var model in models)
            {
                data.Add(criterion, model);
            }
        }

        return data;
    }
}
