using System.Diagnostics.CodeAnalysis;
using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>RMSprop: steps along the gradient, divided by the root of the running average of its square.</summary>
public class RMSProp : OptimizerHelper, optim.IMomentum
{
    /// <summary>For one group of parameters.</summary>
    public RMSProp(
        IEnumerable<Parameter> parameters, double lr = 1e-3, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0,
        double momentum = 0, bool centered = false, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, alpha, eps, weight_decay, momentum, centered, maximize)
    {
    }

    /// <summary>For groups of parameters, with the options of those that leave them open.</summary>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public RMSProp(
        IEnumerable<ParamGroup> parameters, double lr = 1e-3, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0,
        double momentum = 0, bool centered = false, bool maximize = false)
    {
        RequireNonNegative(lr, nameof(lr));
        RequireNonNegative(alpha, nameof(alpha));
        RequireNonNegative(eps, nameof(eps));
        RequireNonNegative(weight_decay, nameof(weight_decay));
        RequireNonNegative(momentum, nameof(momentum));
        var options = new Options();
        options.Set(lr, alpha, eps, weight_decay, momentum, centered, maximize);
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
        var alpha = options.alpha!.Value;
        Array.ForEach(states, state => state.step++);
        if (options.maximize!.Value)
        {
            gradients = Aten.CallList("aten::_foreach_neg", gradients);
        }

        if (options.weight_decay != 0)
        {
            gradients = Aten.CallList("aten::_foreach_add.List", gradients, parameters, options.weight_decay);
        }

        var squares = Array.ConvertAll(states, state => state.square_avg);
        Aten.CallVoid("aten::_foreach_mul_.Scalar", squares, alpha);
        Aten.CallVoid("aten::_foreach_addcmul_.Scalar", squares, gradients, gradients, 1 - alpha);
        if (options.centered!.Value)
        {
            var averages = Array.ConvertAll(states, state => state.grad_avg!);
            Aten.CallVoid("aten::_foreach_mul_.Scalar", averages, alpha);
            Aten.CallVoid("aten::_foreach_add_.List", averages, gradients, 1 - alpha);
            squares = Aten.CallList("aten::_foreach_addcmul.Scalar", squares, averages, averages, -1);
        }

        var denominators = Aten.CallList("aten::_foreach_sqrt", squares);
        Aten.CallVoid("aten::_foreach_add_.Scalar", denominators, options.eps);
        if (options.momentum > 0)
        {
            var buffers = Array.ConvertAll(states, state => state.momentum_buffer!);
            Aten.CallVoid("aten::_foreach_mul_.Scalar", buffers, options.momentum);
            Aten.CallVoid("aten::_foreach_addcdiv_.Scalar", buffers, gradients, denominators);
            Aten.CallVoid("aten::_foreach_add_.List", parameters, buffers, -options.LearningRate);
        }
        else
        {
            Aten.CallVoid("aten::_foreach_addcdiv_.Scalar", parameters, gradients, denominators, -options.LearningRate);
        }
    }

    /// <summary>The running averages of one parameter.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        /// <summary>How many steps the parameter made.</summary>
        public long step;

        /// <summary>The average of the gradient's square.</summary>
        public Tensor square_avg = null!;

        /// <summary>The running sum of steps.</summary>
        public Tensor? momentum_buffer;

        /// <summary>The average of the gradient.</summary>
        public Tensor? grad_avg;

        internal State(Parameter parameter)
            : base(parameter)
        {
        }

        private protected override int Required => 1;

        private protected override (long? Step, Tensor?[] Tensors) Values
        {
            get => (step, [square_avg, momentum_buffer, grad_avg]);
            set => (step, square_avg, momentum_buffer, grad_avg) =
                (value.Step!.Value, value.Tensors[0]!, value.Tensors[1], value.Tensors[2]);
        }

        /// <summary>Frees the tensors.</summary>
        public void Dispose() => Release();

        internal override void Initialize(OptimizerOptions options) => Values = (0, [Full(0), Full(0), Full(0)]);
    }

    /// <summary>The options of a group.</summary>
    public class Options : OptimizerOptions
    {
        /// <summary>Whether to climb.</summary>
        public bool? maximize;

        /// <summary>How much of the running sum of steps stays at each step.</summary>
        public double? momentum;

        /// <summary>How much of the average of the square stays at each step.</summary>
        public double? alpha;

        /// <summary>What is added to the denominator.</summary>
        public double? eps;

        /// <summary>How much of the parameter is added to its gradient.</summary>
        public double? weight_decay;

        /// <summary>Whether to divide by the deviation from the average instead.</summary>
        public bool? centered;

        private protected override object?[] Values
        {
            get => [maximize, momentum, alpha, eps, weight_decay, centered];
            set => (maximize, momentum, alpha, eps, weight_decay, centered) =
                ((bool?)value[0], (double?)value[1], (double?)value[2], (double?)value[3], (double?)value[4], (bool?)value[5]);
        }

        internal void Set(double lr, double alpha, double eps, double weight_decay, double momentum, bool centered, bool? maximize) =>
            (LearningRate, Values) = (lr, [maximize, momentum, alpha, eps, weight_decay, centered]);
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

        /// <summary>A group of parameters with all options set but <c>maximize</c>.</summary>
        public ParamGroup(
            IEnumerable<Parameter> parameters, double lr = 1e-3, double eps = 1e-8, double alpha = 0.99, double weight_decay = 0,
            double momentum = 0, bool centered = false)
            : base(parameters, new Options())
        {
            Options.Set(lr, alpha, eps, weight_decay, momentum, centered, null);
        }

        /// <summary>The momentum of the next step.</summary>
        public double Momentum
        {
            get => Options.momentum!.Value;
            set => Options.momentum = value;
        }
    }
}
