using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public abstract partial class Optimizer
        {
            /// <summary>All that an optimizer remembers: the live objects, not copies.</summary>
            public class StateDictionary
            {
                internal StateDictionary(IEnumerable<OptimizerOptions> options, IEnumerable<OptimizerState> states)
                {
                    Options = [.. options];
                    State = [.. states];
                }

                /// <summary>The options of every group.</summary>
                public List<OptimizerOptions> Options { get; }

                /// <summary>The state of every parameter, in the order of <see cref="parameters"/>.</summary>
                public List<OptimizerState> State { get; }
            }
        }
    }
}
