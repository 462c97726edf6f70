using System.Diagnostics.CodeAnalysis;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Adam with a weight decay that shrinks the parameter itself, not by way of the gradient.</summary>
public class AdamW : OptimizerHelper, optim.IBetas
{
    /// <summary>For one group of parameters; the options are those of <see cref="ParamGroup"/>.</summary>
    public AdamW(
        IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
        double weight_decay = 0, bool amsgrad = false, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, beta1, beta2, eps, weight_decay, amsgrad, maximize)
    {
    }

    /// <summary>For groups of parameters, with the options of those that leave them open.</summary>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public AdamW(
        IEnumerable<ParamGroup> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
        double weight_decay = 0, bool amsgrad = false, bool maximize = false)
    {
        RequireNonNegative(lr, nameof(lr));
        RequireNonNegative(eps, nameof(eps));
        RequireFraction(beta1, nameof(beta1));
        RequireFraction(beta2, nameof(beta2));
        RequireNonNegative(weight_decay, nameof(weight_decay));
        var options = new Options();
        options.Set(lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);
        AddGroups(parameters, options);
    }

    /// <summary>The coefficients of a group that sets none.</summary>
    public (double, double) Betas
    {
        get => ((Options)_defaults).Betas;
        set => ((Options)_defaults).Betas = value;
    }

    /// <inheritdoc/>
    [return: NotNullIfNotNull(nameof(closure))]
    public override Tensor? step(Func<Tensor>? closure = null) => _step<Modules.ParamGroup>(Step, closure);

    private protected override OptimizerOptions NewOptions() => new Options();

    private protected override OptimizerState NewState(Parameter parameter) => new State(parameter);

    private void Step(Modules.ParamGroup group)
    {
        var (parameters, gradients, states) = Ready<State>(group);
        ((Options)group.Options).Rule.Step(parameters, gradients, states);
    }

    /// <summary>The running averages of one parameter.</summary>
    public sealed class State : OptimizerState, IAdamState, IDisposable
    {
        /// <summary>How many steps the parameter made.</summary>
        public long step;

        /// <summary>The average of the gradient.</summary>
        public Tensor exp_avg = null!;

        /// <summary>The average of the gradient's square.</summary>
        public Tensor exp_avg_sq = null!;

        /// <summary>The greatest average of the square so far; null without AMSGrad.</summary>
        public Tensor? max_exp_avg_sq;

        internal State(Parameter parameter)
            : base(parameter)
        {
        }

        long IAdamState.Step
        {
            get => step;
            set => step = value;
        }

        Tensor IAdamState.Average => exp_avg;

        Tensor IAdamState.SquareAverage => exp_avg_sq;

        Tensor? IAdamState.SquareMaximum => max_exp_avg_sq;

        private protected override int Required => 2;

        private protected override (long? Step, Tensor?[] Tensors) Values
        {
            get => (step, [exp_avg, exp_avg_sq, max_exp_avg_sq]);
            set => (step, exp_avg, exp_avg_sq, max_exp_avg_sq) =
                (value.Step!.Value, value.Tensors[0]!, value.Tensors[1]!, value.Tensors[2]);
        }

        /// <summary>Frees the tensors.</summary>
        public void Dispose() => Release();

        internal override void Initialize(OptimizerOptions options) =>
            Values = (0, [Full(0), Full(0), ((Options)options).amsgrad!.Value ? Full(0) : null]);
    }

    /// <summary>The options of a group.</summary>
    public class Options : OptimizerOptions
    {
        /// <summary>How much of the gradient's average stays at each step.</summary>
        public double? beta1;

        /// <summary>How much of the average of its square stays at each step.</summary>
        public double? beta2;

        /// <summary>How much of the parameter goes at each step, times the learning rate.</summary>
        public double? weight_decay;

        /// <summary>What is added to the denominator.</summary>
        public double? eps;

        /// <summary>Whether to divide by the greatest average of the square so far.</summary>
        public bool? amsgrad;

        /// <summary>Whether to climb.</summary>
        public bool? maximize;

        private protected override object?[] Values
        {
            get => [beta1, beta2, eps, weight_decay, amsgrad, maximize];
            set => (beta1, beta2, eps, weight_decay, amsgrad, maximize) =
                ((double?)value[0], (double?)value[1], (double?)value[2], (double?)value[3], (bool?)value[4], (bool?)value[5]);
        }

        internal (double, double) Betas
        {
            get => (beta1!.Value, beta2!.Value);
            set => (beta1, beta2) = value;
        }

        internal AdamRule Rule => new(
            LearningRate!.Value, beta1!.Value, beta2!.Value, eps!.Value, weight_decay!.Value, amsgrad!.Value, maximize!.Value,
            Decoupled: true);

        internal void Set(double lr, double beta1, double beta2, double eps, double weight_decay, bool amsgrad, bool maximize) =>
            (LearningRate, Values) = (lr, [beta1, beta2, eps, weight_decay, amsgrad, maximize]);
    }

    /// <summary>Parameters with their own options.</summary>
    public class ParamGroup : ParamGroup<Options>, optim.IBetas
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
            IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
            double weight_decay = 0, bool amsgrad = false, bool maximize = false)
            : base(parameters, new Options())
        {
            Options.Set(lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);
        }

        /// <summary>The coefficients of the next step.</summary>
        public (double, double) Betas
        {
            get => Options.Betas;
            set => Options.Betas = value;
        }
    }
}
