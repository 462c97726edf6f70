using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>
        /// The base of all modules: a tree of named parts (parameters, buffers and child modules) that is moved, converted, saved and
        /// disposed of as one. A module of one's own derives from <see cref="Module{T, TResult}"/>, keeps its parts in fields and calls
        /// <see cref="RegisterComponents"/> at the end of its constructor.
        /// </summary>
        public partial class Module : IDisposable
        {
            /// <summary>The name given to the constructor.</summary>
            protected string name;

            private bool isTraining = true;

            /// <summary>A module without any parts yet.</summary>
            /// <param name="name">For people, and for <see cref="GetName"/>.</param>
            protected Module(string name) => this.name = name;

            /// <summary>Whether the module is in training mode, as dropout and batch normalisation want to know.</summary>
            public virtual bool training => isTraining;

            /// <summary>Puts the module and all below it into training mode, or takes them out of it.</summary>
            public virtual void train(bool train = true)
            {
                isTraining = train;
                foreach (var (_, child) in named_children())
                {
                    child.train(train);
                }
            }

            /// <summary>Puts the module and all below it into evaluation mode.</summary>
            public virtual void eval() => train(false);

            /// <summary>Calls a function for every module below this one, children before their parents, and then for this one.</summary>
            public virtual Module apply(Action<Module> fn)
            {
                foreach (var (_, child) in named_children())
                {
                    child.apply(fn);
                }

                fn(this);
                return this;
            }

            /// <summary>Clears the gradients of all parameters.</summary>
            /// <param name="set_to_none">Removes them; otherwise they are filled with zeros.</param>
            public virtual void zero_grad(bool set_to_none = true)
            {
                foreach (var (_, parameter) in named_parameters())
                {
                    using var gradient = parameter.grad;
                    if (gradient is null)
                    {
                        continue;
                    }

                    if (set_to_none)
                    {
                        parameter.grad = null;
                    }
                    else
                    {
                        init.zeros_(gradient);
                    }
                }
            }

            /// <summary>The name given to the constructor, or else the type's.</summary>
            public virtual string GetName() => string.IsNullOrEmpty(name) ? GetType().Name : name;

            /// <summary>Disposes of all parameters, buffers and child modules.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Disposes of all parts.</summary>
            /// <param name="disposing">Always true unless a derived class adds a finalizer.</param>
            protected virtual void Dispose(bool disposing)
            {
                if (!disposing)
                {
                    return;
                }

                foreach (var (buffer, _) in bufferParts.Values)
                {
                    buffer.Dispose();
                }

                foreach (var parameter in parameterParts.Values)
                {
                    parameter.Dispose();
                }

                foreach (var child in childParts.Values)
                {
                    child.Dispose();
                }
            }

            /// <summary>The device and dtype for new parts where the arguments leave them open.</summary>
            protected static (Device device, ScalarType dtype) GetDefaultDeviceAndType(Device? device = null, ScalarType? dtype = null) =>
                (device ?? CPU, dtype ?? get_default_dtype());
        }
    }
}
