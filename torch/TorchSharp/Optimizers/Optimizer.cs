using System.Diagnostics.CodeAnalysis;
using TorchSharp.Modules;
using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Changes parameters by their gradients.</summary>
        public abstract partial class Optimizer : IDisposable
        {
            /// <summary>The parameter groups, each with its own options.</summary>
            protected IList<ParamGroup> _parameter_groups = [];

            /// <summary>For a derived class.</summary>
            /// <param name="handle">Not used: it is here because TorchSharp's has it.</param>
            protected Optimizer(IntPtr handle)
            {
            }

            /// <summary>The parameter groups, as a scheduler sees them.</summary>
            public virtual IEnumerable<ILearningRateController> ParamGroups => _parameter_groups;

            /// <summary>The parameters of all groups, in order.</summary>
            public virtual IEnumerable<Parameter> parameters() => _parameter_groups.SelectMany(group => group.Parameters);

            /// <summary>Takes a further group; options that it leaves open are the optimizer's.</summary>
            public virtual void add_param_group(ParamGroup param_group) => _parameter_groups.Add(param_group);

            /// <summary>Sets all gradients to zero. A parameter that has none stays without.</summary>
            public virtual void zero_grad()
            {
                using var scope = NewDisposeScope();
                using var off = no_grad();
                var gradients = parameters().Select(parameter => parameter.grad).OfType<Tensor>().ToArray();
                if (gradients.Length > 0)
                {
                    Aten.CallVoid("aten::_foreach_zero_", gradients);
                }
            }

            /// <summary>Changes every parameter that has a gradient.</summary>
            /// <param name="closure">Computes loss and gradients first, if given.</param>
            /// <returns>What the closure returned.</returns>
            [return: NotNullIfNotNull(nameof(closure))]
            public abstract Tensor? step(Func<Tensor>? closure = null);

            /// <summary>Frees the state; the parameters stay.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Frees the state.</summary>
            protected virtual void Dispose(bool disposing)
            {
            }
        }
    }
}
