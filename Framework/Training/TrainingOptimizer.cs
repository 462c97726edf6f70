using Espalier.Graphs;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Espalier.Training;

/// <summary>The optimizer of a training, with its state by parameter names.</summary>
internal sealed class TrainingOptimizer : IDisposable
{
    private const string Steps = "optimizer.steps";
    private const string Momentum = "optimizer.momentum.";
    private const string Average = "optimizer.average.";
    private const string Square = "optimizer.square.";
    private readonly optim.Optimizer optimizer;
    private readonly string[] names;

    /// <summary>An optimizer of all parameters that have gradients.</summary>
    /// <param name="model">The model.</param>
    /// <param name="further">Further parameters by name.</param>
    /// <param name="options">Complete options.</param>
    public TrainingOptimizer(nn.Module model, IReadOnlyDictionary<string, Parameter> further, TrainingOptions options)
    {
        (string Name, Parameter Parameter)[] entries =
        [
            .. new ModuleNames(model).Tensors.Where(entry => entry.Tensor is Parameter { requires_grad: true })
                .Select(entry => (entry.Name, (Parameter)entry.Tensor)),
            .. further.Select(pair => ("hooks." + pair.Key, pair.Value)),
        ];
        if (entries.Length == 0)
        {
            throw new TrainingException("The model has no parameter with gradients: there is nothing to train.");
        }

        var parts = entries.ToLookup(entry => options.DecayNorms || entry.Parameter.ndim > 1);
        names = [.. parts[true].Concat(parts[false]).Select(entry => entry.Name)];
        Parameters = [.. parts[true].Concat(parts[false]).Select(entry => entry.Parameter)];
        (Parameter[] Parameters, double Decay)[] groups =
            [([.. parts[true].Select(e => e.Parameter)], options.WeightDecay!.Value), ([.. parts[false].Select(e => e.Parameter)], 0)];
        optimizer = Make([.. groups.Where(group => group.Parameters.Length > 0)], options.Optimizer, options.LearningRate!.Value);
    }

    /// <summary>What is trained.</summary>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>Makes one step with the gradients that there are, which stay.</summary>
    public void Step(double learningRate)
    {
        foreach (var group in optimizer.ParamGroups)
        {
            group.LearningRate = learningRate;
        }

        optimizer.step();
    }

    /// <summary>Sets all gradients to zero.</summary>
    public void ZeroGradients() => optimizer.zero_grad();

    /// <summary>Puts the state into a snapshot: live tensors, not copies.</summary>
    public void Save(IDictionary<string, Tensor> tensors, IDictionary<string, string> values)
    {
        foreach (var (name, state) in States())
        {
            switch (state)
            {
                case SGD.State { momentum_buffer: { } buffer }:
                    tensors[Momentum + name] = buffer;
                    break;
                case AdamW.State adam:
                    tensors[Average + name] = adam.exp_avg;
                    tensors[Square + name] = adam.exp_avg_sq;
                    break;
            }
        }

        if (States().Select(entry => entry.State).OfType<AdamW.State>().Select(state => state.step).ToArray() is { Length: > 0 } steps)
        {
            values[Steps] = string.Join(' ', steps);
        }
    }

    /// <summary>Reads the state back.</summary>
    public void Restore(SnapshotReader saved)
    {
        using var off = no_grad();
        var steps = saved.FindText(Steps)?.Split(' ').Select(long.Parse).ToArray();
        foreach (var ((name, state), index) in States().Select((entry, index) => (entry, index)))
        {
            switch (state)
            {
                case SGD.State sgd when saved.FindTensor(Momentum + name) is { } buffer:
                    sgd.momentum_buffer = buffer.to(Parameters[index].device).clone().DetachFromDisposeScope();
                    break;
                case AdamW.State adam:
                    adam.exp_avg.copy_(saved.Tensor(Average + name));
                    adam.exp_avg_sq.copy_(saved.Tensor(Square + name));
                    adam.step = steps is not null && index < steps.Length ? steps[index] : throw SnapshotReader.Missing(Steps);
                    break;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => optimizer.Dispose();

    private static optim.Optimizer Make((Parameter[] Parameters, double Decay)[] groups, OptimizerOptions options, double rate) => options.Kind switch
    {
        OptimizerKind.AdamW => optim.AdamW(
            groups.Select(group => new AdamW.ParamGroup(group.Parameters, rate, options.Betas[0], options.Betas[1], options.Eps, group.Decay)),
            rate, options.Betas[0], options.Betas[1], options.Eps),
        _ => optim.SGD(
            groups.Select(group => new SGD.ParamGroup(group.Parameters, rate, options.Momentum, 0, group.Decay, options.Nesterov)),
            rate, options.Momentum, nesterov: options.Nesterov),
    };

    private IEnumerable<(string Name, OptimizerState State)> States() => names.Zip(((OptimizerHelper)optimizer).state_dict().State);
}
