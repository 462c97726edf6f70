namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Sets the learning rates of an optimizer's groups, step by step.</summary>
            public abstract class LRScheduler
            {
                /// <summary>How often <see cref="step()"/> was called, the call by the constructor included.</summary>
                protected int _step_count;

                /// <summary>For a schedule without an optimizer of its own.</summary>
                protected LRScheduler()
                {
                }

                /// <summary>For a schedule of an optimizer's groups.</summary>
                /// <param name="optimizer">The optimizer.</param>
                /// <param name="last_epoch">The number of the last step of a schedule that goes on; -1 for a new one.</param>
                /// <param name="verbose">Writes each change to the console.</param>
                protected LRScheduler(Optimizer optimizer, int last_epoch = -1, bool verbose = false)
                {
                    ArgumentNullException.ThrowIfNull(optimizer);
                    Optimizer = optimizer;
                    Groups = [.. optimizer.ParamGroups];
                    Epoch = last_epoch;
                    Verbose = verbose;
                    BaseRates = Array.ConvertAll(Groups, group => group.InitialLearningRate);
                    LastRates = CurrentRates;
                }

                internal Optimizer? Optimizer { get; }

                /// <summary>The number of the last step.</summary>
                internal int Epoch { get; set; } = -1;

                internal bool Verbose { get; }

                /// <summary>The rates that the schedule starts from.</summary>
                internal double[] BaseRates { get; set; } = [];

                internal double[] LastRates { get; set; } = [];

                private protected ILearningRateController[] Groups { get; } = [];

                private protected double[] CurrentRates => Array.ConvertAll(Groups, group => group.LearningRate);

                /// <summary>The rates that the last step set, one per group.</summary>
                public IEnumerable<double> get_last_lr() => LastRates;

                /// <summary>Goes one step further.</summary>
                public virtual void step() => step(null);

                /// <summary>Goes to the step with this number, or one step further.</summary>
                public virtual void step(int? epoch)
                {
                    _step_count++;
                    Epoch = epoch ?? Epoch + 1;
                    Apply([.. epoch is null ? get_lr() : ClosedForm()]);
                }

                /// <summary>Goes one step further; most schedules do not look at the measure.</summary>
                public virtual void step(double current, int? epoch = null) => step(epoch);

                /// <summary>The rates of this step, one per group. Called once per step.</summary>
                protected virtual IEnumerable<double> get_lr() => CurrentRates;

                /// <summary>The rates of any step, where they follow from its number alone.</summary>
                private protected virtual IEnumerable<double> ClosedForm() => get_lr();

                private protected double[] Scaled(double factor) => Array.ConvertAll(Groups, group => group.LearningRate * factor);

                private protected double[] OfBase(double factor) => Array.ConvertAll(BaseRates, rate => rate * factor);

                /// <summary>One value per group.</summary>
                private protected T[] PerGroup<T>(IEnumerable<T>? values, T fallback, string name)
                {
                    T[] result = values is null ? [.. Enumerable.Repeat(fallback, Groups.Length)] : [.. values];
                    return result.Length == Groups.Length
                        ? result
                        : throw new ArgumentException($"There are {Groups.Length} parameter groups, but {result.Length} values.", name);
                }

                /// <summary>Takes the first step anew.</summary>
                internal void Restart()
                {
                    _step_count = 0;
                    step();
                }

                private protected void Apply(double[] rates)
                {
                    for (var i = 0; i < Groups.Length; i++)
                    {
                        if (Verbose && LastRates[i] != rates[i])
                        {
                            Console.WriteLine(FormattableString.Invariant($"The learning rate of group {i} is now {rates[i]}."));
                        }

                        Groups[i].LearningRate = rates[i];
                    }

                    LastRates = rates;
                }
            }
        }
    }
}
