using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Espalier.Torch.Tests.Optimizers;

/// <summary>The optimizers of training.json by name, for three parameters.</summary>
internal static class OptimizerTable
{
    public static readonly Dictionary<string, Func<Parameter[], OptimizerHelper>> Cases = new()
    {
        ["sgd"] = p => optim.SGD(p, 0.1),
        ["sgd-decay"] = p => optim.SGD(p, 0.1, weight_decay: 0.1),
        ["sgd-momentum"] = p => optim.SGD(p, 0.1, momentum: 0.9),
        ["sgd-dampening"] = p => optim.SGD(p, 0.1, momentum: 0.8, dampening: 0.3, weight_decay: 0.05),
        ["sgd-nesterov"] = p => optim.SGD(p, 0.1, momentum: 0.9, nesterov: true),
        ["sgd-nesterov-decay"] = p => optim.SGD(p, 0.1, momentum: 0.9, nesterov: true, weight_decay: 0.1),
        ["sgd-maximize"] = p => optim.SGD(p, 0.02, momentum: 0.5, maximize: true),
        ["sgd-groups"] = p => optim.SGD(
            [
                new SGD.ParamGroup { Parameters = p[..1] },
                new SGD.ParamGroup(p[1..], new SGD.Options { LearningRate = 0.02, weight_decay = 0 }),
            ],
            0.1, momentum: 0.9, weight_decay: 0.1),
        ["adam"] = p => optim.Adam(p),
        ["adam-betas"] = p => optim.Adam(p, 0.05, beta1: 0.8, beta2: 0.95, eps: 1e-3),
        ["adam-decay"] = p => optim.Adam(p, 0.05, weight_decay: 0.1),
        ["adam-amsgrad"] = p => optim.Adam(p, 0.05, beta2: 0.5, amsgrad: true),
        ["adam-maximize"] = p => optim.Adam(p, 0.05, weight_decay: 0.1, maximize: true),
        ["adam-groups"] = p => optim.Adam(
            [
                new Adam.ParamGroup { Parameters = p[..1] },
                new Adam.ParamGroup(p[1..], new Adam.Options { LearningRate = 0.01, beta1 = 0.5, beta2 = 0.7, amsgrad = true }),
            ],
            0.05, weight_decay: 0.1),
        ["adamw"] = p => optim.AdamW(p),
        ["adamw-decay"] = p => optim.AdamW(p, 0.05, weight_decay: 0.3),
        ["adamw-betas"] = p => optim.AdamW(p, 0.05, beta1: 0.8, beta2: 0.95, eps: 1e-3, weight_decay: 0.01),
        ["adamw-amsgrad"] = p => optim.AdamW(p, 0.05, beta2: 0.5, weight_decay: 0.1, amsgrad: true),
        ["adamw-maximize"] = p => optim.AdamW(p, 0.05, weight_decay: 0.1, maximize: true),
        ["adamw-groups"] = p => optim.AdamW(
            [
                new AdamW.ParamGroup { Parameters = p[..1] },
                new AdamW.ParamGroup(p[1..], new AdamW.Options { LearningRate = 0.01, weight_decay = 0 }),
            ],
            0.05, weight_decay: 0.3),
        ["rmsprop"] = p => optim.RMSProp(p),
        ["rmsprop-momentum"] = p => optim.RMSProp(p, alpha: 0.9, momentum: 0.8, weight_decay: 0.1),
        ["rmsprop-centered"] = p => optim.RMSProp(p, alpha: 0.9, eps: 1e-3, centered: true, maximize: true),
        ["adagrad"] = p => optim.Adagrad(p, 0.1),
        ["adagrad-decay"] = p => optim.Adagrad(p, 0.1, lr_decay: 0.1, weight_decay: 0.1, initial_accumulator_value: 0.5),
    };
}
