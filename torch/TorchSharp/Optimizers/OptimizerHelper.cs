using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The common part of the optimizers: parameter groups, their options and the state of every parameter.</summary>
public abstract class OptimizerHelper : optim.Optimizer
{
    /// <summary>The options of a group that sets none.</summary>
    protected OptimizerOptions _defaults = new();

    private readonly Dictionary<Parameter, OptimizerState> states = [];

    /// <summary>For a derived class.</summary>
    public OptimizerHelper()
        : base(IntPtr.Zero)
    {
    }

    /// <summary>Takes a further group; options that it leaves open are the optimizer's.</summary>
    /// <exception cref="ArgumentException">One of the parameters is in another group already.</exception>
    public override void add_param_group(ParamGroup param_group)
    {
        param_group.Options ??= NewOptions();
        param_group.Options.Complete(_defaults);
        Parameter[] parameters = [.. param_group.Parameters.Distinct()];
        if (Array.Exists(parameters, parameter => _parameter_groups.Any(group => group.Parameters.Contains(parameter))))
        {
            throw new ArgumentException("A parameter can be in one group only.", nameof(param_group));
        }

        param_group.Parameters = parameters;
        _parameter_groups.Add(param_group);
        foreach (var parameter in parameters)
        {
            if (NewState(parameter) is { } state)
            {
                state.Initialize(param_group.Options);
                states.Add(parameter, state);
            }
        }
    }

    /// <summary>All that the optimizer remembers: the live objects, not copies.</summary>
    public virtual StateDictionary state_dict() => new(
        _parameter_groups.Select(group => group.Options),
        parameters().Select(parameter => states.GetValueOrDefault(parameter)).OfType<OptimizerState>());

    /// <summary>Copies options and state of an optimizer of the same type with parameters of the same shapes.</summary>
    /// <exception cref="ArgumentException">The groups or the parameters are others.</exception>
    public virtual void load_state_dict(StateDictionary state_dict)
    {
        var own = this.state_dict();
        CheckCounts(own, state_dict.Options.Count, state_dict.State.Count);
        foreach (var (target, source) in own.Options.Zip(state_dict.Options).Where(pair => pair.First != pair.Second))
        {
            target.LoadStateDict(source);
        }

        foreach (var (target, source) in own.State.Zip(state_dict.State).Where(pair => pair.First != pair.Second))
        {
            target.LoadStateDict(source);
        }
    }

    /// <summary>Writes options and state to a file.</summary>
    public void save_state_dict(string location)
    {
        using var writer = new BinaryWriter(File.Create(location));
        save_state_dict(writer);
    }

    /// <summary>Writes options and state.</summary>
    public void save_state_dict(BinaryWriter writer)
    {
        var own = state_dict();
        writer.Write(GetType().Name);
        writer.Write7BitEncodedInt64(own.Options.Count);
        writer.Write7BitEncodedInt64(own.State.Count);
        own.Options.ForEach(options => options.SaveStateDict(writer));
        own.State.ForEach(state => state.SaveStateDict(writer));
    }

    /// <summary>Reads options and state from a file.</summary>
    public void load_state_dict(string location)
    {
        using var reader = new BinaryReader(File.OpenRead(location));
        load_state_dict(reader);
    }

    /// <summary>Reads options and state: training goes on exactly as it would have.</summary>
    /// <exception cref="InvalidDataException">They are another optimizer's.</exception>
    /// <exception cref="ArgumentException">The groups or the parameters are others.</exception>
    public void load_state_dict(BinaryReader reader)
    {
        var type = reader.ReadString();
        if (type != GetType().Name)
        {
            throw new InvalidDataException($"The state is that of the optimizer {type}, not of {GetType().Name}.");
        }

        var own = state_dict();
        CheckCounts(own, reader.Read7BitEncodedInt64(), reader.Read7BitEncodedInt64());
        own.Options.ForEach(options => options.LoadStateDict(reader));
        own.State.ForEach(state => state.LoadStateDict(reader));
    }

    /// <summary>Moves the state to a device.</summary>
    public void to(Device device)
    {
        foreach (var state in states.Values)
        {
            state.to(device);
        }
    }

    /// <summary>
    /// Runs the closure with gradients, then the body for each group, without them; what the body creates is disposed of.
    /// </summary>
    protected Tensor? _step<T>(Action<T> body, Func<Tensor>? loss_closure = null)
        where T : ParamGroup
    {
        Tensor? loss = null;
        if (loss_closure is not null)
        {
            using var on = enable_grad();
            loss = loss_closure();
        }

        using var off = no_grad();
        foreach (var group in _parameter_groups)
        {
            using var scope = NewDisposeScope();
            body((T)group);
        }

        return loss;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            foreach (var state in states.Values.OfType<IDisposable>())
            {
                state.Dispose();
            }

            states.Clear();
        }
    }

    private protected static void RequireNonNegative(double value, string name)
    {
        if (!(value >= 0))
        {
            throw new ArgumentException(FormattableString.Invariant($"It must be 0 or more, and is {value}."), name);
        }
    }

    private protected static void RequireFraction(double value, string name)
    {
        if (!(value is >= 0 and < 1))
        {
            throw new ArgumentException(FormattableString.Invariant($"It must be in [0, 1), and is {value}."), name);
        }
    }

    private protected void AddGroups(IEnumerable<ParamGroup> groups, OptimizerOptions defaults)
    {
        _defaults = defaults;
        foreach (var group in groups)
        {
            add_param_group(group);
        }
    }

    private protected virtual OptimizerOptions NewOptions() => new();

    private protected virtual OptimizerState? NewState(Parameter parameter) => null;

    /// <summary>The parameters of a group that have a gradient, their gradients and their states.</summary>
    private protected (Tensor[] Parameters, Tensor[] Gradients, TState[] States) Ready<TState>(ParamGroup group)
        where TState : OptimizerState
    {
        var (ready, gradients, found) = (new List<Tensor>(), new List<Tensor>(), new List<TState>());
        foreach (var parameter in group.Parameters)
        {
            if (parameter.grad is { } gradient)
            {
                ready.Add(parameter);
                gradients.Add(gradient);
                found.Add((TState)states[parameter]);
            }
        }

        return ([.. ready], [.. gradients], [.. found]);
    }

    private static void CheckCounts(StateDictionary own, long options, long states)
    {
        if (options != own.Options.Count || states != own.State.Count)
        {
            throw new ArgumentException(
                $"The state is that of {options} groups and {states} parameters, " +
                $"but this optimizer has {own.Options.Count} and {own.State.Count}.");
        }
    }
}
