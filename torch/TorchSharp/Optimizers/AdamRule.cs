using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The step of Adam and of AdamW, which has <paramref name="Decoupled"/> weight decay.</summary>
internal readonly record struct AdamRule(
    double Rate, double Beta1, double Beta2, double Epsilon, double WeightDecay, bool UseMaximum, bool Maximize, bool Decoupled)
{
    /// <summary>Parameters that had no gradient at some step are behind the others: each count of steps has its own correction.</summary>
    public void Step(Tensor[] parameters, Tensor[] gradients, IAdamState[] states)
    {
        foreach (var state in states)
        {
            state.Step++;
        }

        foreach (var equal in Enumerable.Range(0, states.Length).GroupBy(i => states[i].Step))
        {
            Step(equal.Key, [.. equal.Select(i => parameters[i])], [.. equal.Select(i => gradients[i])], [.. equal.Select(i => states[i])]);
        }
    }

    private void Step(long step, Tensor[] parameters, Tensor[] gradients, IAdamState[] states)
    {
        if (Maximize)
        {
            gradients = Aten.CallList("aten::_foreach_neg", gradients);
        }

        if (Decoupled)
        {
            Aten.CallVoid("aten::_foreach_mul_.Scalar", parameters, 1 - Rate * WeightDecay);
        }
        else if (WeightDecay != 0)
        {
            gradients = Aten.CallList("aten::_foreach_add.List", gradients, parameters, WeightDecay);
        }

        var averages = Array.ConvertAll(states, state => state.Average);
        Aten.CallVoid("aten::_foreach_mul_.Scalar", averages, Beta1);
        Aten.CallVoid("aten::_foreach_add_.List", averages, gradients, 1 - Beta1);

        var squares = Array.ConvertAll(states, state => state.SquareAverage);
        Aten.CallVoid("aten::_foreach_mul_.Scalar", squares, Beta2);
        Aten.CallVoid("aten::_foreach_addcmul_.Scalar", squares, gradients, gradients, 1 - Beta2);
        if (UseMaximum)
        {
            var maxima = Array.ConvertAll(states, state => state.SquareMaximum);
            Aten.CallVoid("aten::_foreach_maximum_.List", maxima, squares);
            squares = maxima!;
        }

        var denominators = Aten.CallList("aten::_foreach_sqrt", squares);
        Aten.CallVoid("aten::_foreach_div_.Scalar", denominators, Math.Sqrt(1 - Math.Pow(Beta2, step)));
        Aten.CallVoid("aten::_foreach_add_.Scalar", denominators, Epsilon);
        Aten.CallVoid("aten::_foreach_addcdiv_.Scalar", parameters, averages, denominators, -Rate / (1 - Math.Pow(Beta1, step)));
    }
}
