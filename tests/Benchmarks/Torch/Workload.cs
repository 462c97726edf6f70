using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Benchmarks.Torch;

/// <summary>A model with its optimizer and one batch, and the two steps that are timed.</summary>
internal sealed class Workload : IDisposable
{
    private readonly nn.Module<Tensor, Tensor> _model;
    private readonly optim.Optimizer _optimizer;
    private readonly Tensor _input;
    private readonly Tensor _target;

    public Workload(nn.Module<Tensor, Tensor> model, int batch, optim.Optimizer optimizer)
    {
        manual_seed(1);
        _model = model;
        _optimizer = optimizer;
        _input = randn(batch, 3, 32, 32);
        _target = randint(10, [batch]);
    }

    /// <summary>Forward, backward and the optimizer's step.</summary>
    public void Train()
    {
        using var scope = NewDisposeScope();
        _model.train();
        _optimizer.zero_grad();
        nn.functional.cross_entropy(_model.forward(_input), _target).backward();
        _optimizer.step();
    }

    /// <summary>Forward alone, without recording.</summary>
    public void Infer()
    {
        using var scope = NewDisposeScope();
        _model.eval();
        using (no_grad())
            _model.forward(_input);
    }

    public void Dispose()
    {
        _optimizer.Dispose();
        _model.Dispose();
        _input.Dispose();
        _target.Dispose();
    }
}
