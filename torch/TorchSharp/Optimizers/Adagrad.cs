using System.Diagnostics.CodeAnalysis;
using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Adagrad: steps along the gradient, divided by the root of the sum of its squares so far.</summary>
public class Adagrad : OptimizerHelper
{
    /// <summary>For one group of parameters; the options are those of <see cref="ParamGroup"/>.</summary>
    public Adagrad(
        IEnumerable<Parameter> parameters, double lr = 1e-2, double lr_decay = 0, double weight_decay = 0,
        double initial_accumulator_value = 0, double eps = 1e-10)
        : this([new ParamGroup { Parameters = parameters }], lr, lr_decay, weight_decay, initial_accumulator_value, eps)
    {
    }

    /// <summary>For groups of parameters, with the options of those that leave them open.</summary>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public Adagrad(
        IEnumerable<ParamGroup> parameters, double lr = 1e-2, double lr_decay = 0, double weight_decay = 0,
        double initial_accumulator_value = 0, double eps = 1e-10)
    {
        RequireNonNegative(lr, nameof(lr));
        RequireNonNegative(lr_decay, nameof(lr_decay));
        RequireNonNegative(weight_decay, nameof(weight_decay));
        RequireNonNegative(initial_accumulator_value, nameof(initial_accumulator_value));
        RequireNonNegative(eps, nameof(eps));
        var options = new Options();
        options.Set(lr, lr_decay, weight_decay, initial_accumulator_value, eps);
        AddGroups(parameters, options);
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
        if (options.weight_decay != 0)
        {
            gradients = Aten.CallList("aten::_foreach_add.List", gradients, parameters, options.weight_decay);
        }

        var sums = Array.ConvertAll(states, state => state.sum);
        Aten.CallVoid("aten::_foreach_addcmul_.Scalar", sums, gradients, gradients, 1);
        var denominators = Aten.CallList("aten::_foreach_sqrt", sums);
        Aten.CallVoid("aten::_foreach_add_.Scalar", denominators, options.eps);

        // Parameters that had no gradient at some step are behind the others, and so is the decay of their rate.
        foreach (var equal in Enumerable.Range(0, states.Length).GroupBy(i => states[i].step))
        {
            var rate = options.LearningRate!.Value / (1 + equal.Key * options.lr_decay!.Value);
            Aten.CallVoid(
                "aten::_foreach_addcdiv_.Scalar", equal.Select(i => parameters[i]).ToArray(), equal.Select(i => gradients[i]).ToArray(),
                equal.Select(i => denominators[i]).ToArray(), -rate);
        }

        Array.ForEach(states, state => state.step++);
    }

    /// <summary>The sum of squares of one parameter.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        /// <summary>How many steps the parameter made.</summary>
        public long step;

        /// <summary>The sum of the squares of its gradients.</summary>
        public Tensor sum = null!;

        internal State(Parameter parameter)
            : base(parameter)
        {
        }

        private protected override int Required => 1;

        private protected override (long? Step, Tensor?[] Tensors) Values
        {
            get => (step, [sum]);
            set => (step, sum) = (value.Step!.Value, value.Tensors[0]!);
        }

        /// <summary>Frees the tensors.</summary>
        public void Dispose() => Release();

        internal override void Initialize(OptimizerOptions options) =>
            Values = (0, [Full(((Options)options).initial_accumulator_value!.Value)]);
    }

    /// <summary>The options of a group.</summary>
    public class Options : OptimizerOptions
    {
        /// <summary>How fast the rate falls with the steps.</summary>
        public double? lr_decay;

        /// <summary>What the sum of squares begins with.</summary>
        public double? initial_accumulator_value;

        /// <summary>What is added to the denominator.</summary>
        public double? eps;

        /// <summary>How much of the parameter is added to its gradient.</summary>
        public double? weight_decay;

        private protected override object?[] Values
        {
            get => [lr_decay, initial_accumulator_value, eps, weight_decay];
            set => (lr_decay, initial_accumulator_value, eps, weight_decay) =
                ((double?)value[0], (double?)value[1], (double?)value[2], (double?)value[3]);
        }

        internal void Set(double lr, double lr_decay, double weight_decay, double initial_accumulator_value, double eps) =>
            (LearningRate, Values) = (lr, [lr_decay, initial_accumulator_value, eps, weight_decay]);
    }

    /// <summary>Parameters with their own options.</summary>
    public class ParamGroup : ParamGroup<Options>
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
            IEnumerable<Parameter> parameters, double lr = 1e-2, double lr_decay = 0, double weight_decay = 0,
            double initial_accumulator_value = 0, double eps = 1e-10)
            : base(parameters, new Options())
        {
            Options.Set(lr, lr_decay, weight_decay, initial_accumulator_value, eps);
        }
    }
}
