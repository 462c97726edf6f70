using System.Diagnostics.CodeAnalysis;
using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Stochastic gradient descent, plain, with momentum or with Nesterov's.</summary>
public class SGD : OptimizerHelper, optim.IMomentum
{
    /// <summary>For one group of parameters; the options are those of <see cref="ParamGroup"/>.</summary>
    public SGD(
        IEnumerable<Parameter> parameters, double lr, double momentum = 0.0, double dampening = 0, double weight_decay = 0,
        bool nesterov = false, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, momentum, dampening, weight_decay, nesterov, maximize)
    {
    }

    /// <summary>For groups of parameters, with the options of those that leave them open.</summary>
    /// <exception cref="ArgumentException">An option is out of its range, or Nesterov's momentum was asked for with no momentum or with
    /// dampening.</exception>
    public SGD(
        IEnumerable<ParamGroup> parameters, double lr, double momentum = 0.0, double dampening = 0, double weight_decay = 0,
        bool nesterov = false, bool maximize = false)
    {
        RequireNonNegative(lr, nameof(lr));
        RequireNonNegative(momentum, nameof(momentum));
        RequireNonNegative(weight_decay, nameof(weight_decay));
        if (nesterov && (momentum <= 0 || dampening != 0))
        {
            throw new ArgumentException("Nesterov's momentum needs a momentum above 0 and no dampening.", nameof(nesterov));
        }

        var options = new Options();
        options.Set(lr, momentum, dampening, weight_decay, nesterov, maximize);
        AddGroups(parameters, options);
    }

    /// <summary>The momentum of a group that sets none.</summary>
    public double Momentum
    {
        get => ((Options)_defaults).momentum!.Value;
        set => ((Options)_defaults).momentum = value;
    }

    /// <inheritdoc/>
    [return: NotNullIfNotNull(nameof(closure))]
    public override Tensor? step(Func<Tensor>? closure = null) => _step<Modules.ParamGroup>(Step, closure);

    private protected override OptimizerOptions NewOptions() => new Options();

    private protected override OptimizerState NewState(Parameter parameter) => new State(parameter);

    private void Step(Modules.ParamGroup group)
    {
        var (parameters, gradients, states) = Ready<State>(group);
        if (parameters.Length == 0)
        {
            return;
        }

        var options = (Options)group.Options;
        var momentum = options.momentum!.Value;
        if (options.maximize!.Value)
        {
            gradients = Aten.CallList("aten::_foreach_neg", gradients);
        }

        if (options.weight_decay != 0)
        {
            gradients = Aten.CallList("aten::_foreach_add.List", gradients, parameters, options.weight_decay);
        }

        if (momentum != 0)
        {
            var buffers = Accumulate(states, gradients, momentum, options.dampening!.Value);
            gradients = options.nesterov!.Value ? Aten.CallList("aten::_foreach_add.List", gradients, buffers, momentum) : buffers;
        }

        Aten.CallVoid("aten::_foreach_add_.List", parameters, gradients, -options.LearningRate);
    }

    /// <summary>The first gradient of a parameter goes into its buffer undamped.</summary>
    private static Tensor[] Accumulate(State[] states, Tensor[] gradients, double momentum, double dampening)
    {
        var started = Enumerable.Range(0, states.Length).Where(i => states[i].momentum_buffer is not null).ToArray();
        if (started.Length > 0)
        {
            var buffers = Array.ConvertAll(started, i => states[i].momentum_buffer);
            Aten.CallVoid("aten::_foreach_mul_.Scalar", buffers, momentum);
            Aten.CallVoid("aten::_foreach_add_.List", buffers, Array.ConvertAll(started, i => gradients[i]), 1 - dampening);
        }

        return [.. states.Zip(gradients, (state, gradient) =>
            state.momentum_buffer ??= Aten.Call("aten::clone", gradient).DetachFromDisposeScope())];
    }

    /// <summary>The momentum of one parameter.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        /// <summary>The running sum of gradients; null before the first step and without momentum.</summary>
        public Tensor? momentum_buffer;

        internal State(Parameter parameter)
            : base(parameter)
        {
        }

        private protected override int Required => 0;

        private protected override (long? Step, Tensor?[] Tensors) Values
        {
            get => (null, [momentum_buffer]);
            set => momentum_buffer = value.Tensors[0];
        }

        /// <summary>Frees the tensors.</summary>
        public void Dispose() => Release();

        internal override void Initialize(OptimizerOptions options)
        {
        }
    }

    /// <summary>The options of a group.</summary>
    public class Options : OptimizerOptions
    {
        /// <summary>How much of the running sum of gradients stays at each step.</summary>
        public double? momentum;

        /// <summary>How much of each gradient is left out of the running sum.</summary>
        public double? dampening;

        /// <summary>How much of the parameter is added to its gradient.</summary>
        public double? weight_decay;

        /// <summary>Whether to step ahead of the running sum.</summary>
        public bool? nesterov;

        /// <summary>Whether to climb.</summary>
        public bool? maximize;

        private protected override object?[] Values
        {
            get => [momentum, dampening, weight_decay, nesterov, maximize];
            set => (momentum, dampening, weight_decay, nesterov, maximize) =
                ((double?)value[0], (double?)value[1], (double?)value[2], (bool?)value[3], (bool?)value[4]);
        }

        internal void Set(double lr, double momentum, double dampening, double weight_decay, bool nesterov, bool maximize) =>
            (LearningRate, Values) = (lr, [momentum, dampening, weight_decay, nesterov, maximize]);
    }

    /// <summary>Parameters with their own options.</summary>
    public class ParamGroup : ParamGroup<Options>, optim.IMomentum
    {
        /// <summary>An empty group.</summary>
        public ParamGroup()
        {
        }

        /// <summary>A group of parameters.</summary>
        public ParamGroup(IEnumerable<Parameter> parameters, Options options)
            : base(parameters, options)
        {
        }

        /// <summary>A group of parameters with all options set.</summary>
        public ParamGroup(
            IEnumerable<Parameter> parameters, double lr = 1e-3, double momentum = 0.0, double dampening = 0, double weight_decay = 0,
            bool nesterov = false, bool maximize = false)
            : base(parameters, new Options())
        {
            Options.Set(lr, momentum, dampening, weight_decay, nesterov, maximize);
        }

        /// <summary>The momentum of the next step.</summary>
        public double Momentum
        {
            get => Options.momentum!.Value;
            set => Options.momentum = value;
        }
    }
}
