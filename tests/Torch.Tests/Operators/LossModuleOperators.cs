using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Espalier.Torch.Tests.Operators;

/// <summary>Losses as modules.</summary>
internal static class LossModuleOperators
{
    public static readonly OperatorTable Table = new()
    {
        { "module_cross_entropy", x => [CrossEntropyLoss().call(x[0], x[1])], x => [CrossEntropyLoss().forward(x[0], x[1])] },
        { "module_cross_entropy_weight", x => [
            CrossEntropyLoss(x[2]).call(x[0], x[1]),
            CrossEntropyLoss(x[2], reduction: Reduction.None).call(x[0], x[1])] },
        { "module_cross_entropy_label_smoothing", x => [
            new TorchSharp.Modules.CrossEntropyLoss(x[2], 3, Reduction.Mean, 0.2).call(x[0], x[1])] },
        { "module_mse_loss", x => [MSELoss().call(x[0], x[1]), MSELoss(Reduction.Sum).call(x[0], x[1])] },
        { "module_l1_loss", x => [L1Loss().call(x[0], x[1])] },
        { "module_smooth_l1_loss", x => [SmoothL1Loss(beta: 0.6).call(x[0], x[1])] },
        { "module_huber_loss", x => [HuberLoss(0.6).call(x[0], x[1])] },
        { "module_bce_loss", x => [BCELoss().call(x[0], x[1])] },
        { "module_bce_with_logits", x => [BCEWithLogitsLoss().call(x[0], x[1])] },
        { "module_bce_with_logits_weights", x => [BCEWithLogitsLoss(x[2], Reduction.Mean, x[3]).call(x[0], x[1])] },
        { "module_nll_loss", x => [NLLLoss().call(x[0], x[1])] },
        { "module_nll_loss_weight", x => [NLLLoss(x[2]).call(x[0], x[1])] },
        { "module_kl_div_loss", x => [
            KLDivLoss(false, Reduction.Sum).call(x[0], x[1]),
            KLDivLoss(reduction: Reduction.Sum).call(x[0], x[1].log())] },
    };
}
