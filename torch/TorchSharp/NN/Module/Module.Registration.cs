using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using TorchSharp.Modules;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <content>How a module gets its parts.</content>
        public partial class Module
        {
            private readonly OrderedDictionary<string, Module> childParts = new(StringComparer.Ordinal);
            private readonly OrderedDictionary<string, Parameter> parameterParts = new(StringComparer.Ordinal);
            private readonly OrderedDictionary<string, (Tensor Tensor, bool Persistent)> bufferParts = new(StringComparer.Ordinal);
            private bool componentsRegistered;

            /// <summary>Adds a child module; null removes the one of that name.</summary>
            /// <exception cref="ArgumentException">The name is empty or has a dot.</exception>
            /// <exception cref="InvalidOperationException">The name is taken, or the module would contain itself.</exception>
            public virtual void register_module(string name, Module submodule)
            {
                if (submodule is null)
                {
                    childParts.Remove(name);
                    return;
                }

                CheckName(name, "module");
                if (childParts.ContainsKey(name))
                {
                    throw new InvalidOperationException($"A module named '{name}' is already registered in {GetName()}.");
                }

                if (submodule.Reaches(this, []))
                {
                    throw new InvalidOperationException(
                        $"{submodule.GetName()} cannot be registered as '{name}' in {GetName()}: it would contain itself.");
                }

                // Added first, so that a child with a reference back to this module is found out and not followed for ever.
                childParts.Add(name, submodule);
                try
                {
                    if (!submodule.componentsRegistered)
                    {
                        submodule.RegisterComponents();
                    }
                }
                catch
                {
                    childParts.Remove(name);
                    throw;
                }
            }

            /// <summary>Adds a child module: <see cref="register_module"/>.</summary>
            public void add_module(string name, Module module) => register_module(name, module);

            /// <summary>Adds a parameter, which the module owns from now on.</summary>
            /// <exception cref="ArgumentException">The name is empty or has a dot.</exception>
            /// <exception cref="InvalidOperationException">The name is taken.</exception>
            public virtual void register_parameter(string name, Parameter param)
            {
                ArgumentNullException.ThrowIfNull(param);
                CheckNewTensorName(name, "parameter");
                parameterParts.Add(name, Own(param));
            }

            /// <summary>Adds a buffer: a tensor that is part of the state but not learnt. The module owns it from now on.</summary>
            /// <param name="name">The buffer's name.</param>
            /// <param name="tensor">The buffer.</param>
            /// <param name="persistent">Whether the buffer belongs to <see cref="state_dict"/>.</param>
            /// <exception cref="ArgumentException">The name is empty or has a dot.</exception>
            /// <exception cref="InvalidOperationException">The name is taken.</exception>
            public virtual void register_buffer(string name, Tensor tensor, bool persistent = true)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                CheckNewTensorName(name, "buffer");
                bufferParts.Add(name, (Own(tensor), persistent));
            }

            /// <summary>
            /// Registers what the fields hold, private ones too, under the fields' names or those of <see cref="ComponentNameAttribute"/>:
            /// modules, parameters and, as buffers, tensors. Names that are registered already are left alone.
            /// </summary>
            protected virtual void RegisterComponents()
            {
                componentsRegistered = true;
                foreach (var field in ComponentFields(GetType()))
                {
                    var key = field.GetCustomAttribute<ComponentNameAttribute>()?.Name ?? field.Name;
                    if (childParts.ContainsKey(key) || parameterParts.ContainsKey(key) || bufferParts.ContainsKey(key))
                    {
                        continue;
                    }

                    switch (field.GetValue(this))
                    {
                        case Module module:
                            register_module(key, module);
                            break;
                        case Parameter parameter:
                            register_parameter(key, parameter);
                            break;
                        case Tensor tensor:
                            register_buffer(key, tensor);
                            break;
                    }
                }
            }

            /// <summary>Adds or replaces a parameter; null removes it.</summary>
            protected void ConditionallyRegisterParameter(string name, Tensor? value) =>
                ConditionallyRegisterParameter(name, value as Parameter ?? (value is null ? null : new Parameter(value)));

            /// <summary>Adds or replaces a parameter; null removes it.</summary>
            protected void ConditionallyRegisterParameter(string name, Parameter? value)
            {
                if (value is null)
                {
                    parameterParts.Remove(name);
                }
                else
                {
                    parameterParts[name] = Own(value);
                }
            }

            /// <summary>Adds or replaces a buffer; null removes it.</summary>
            protected void ConditionallyRegisterBuffer(string name, Tensor? value, bool persistent = true)
            {
                if (value is null)
                {
                    bufferParts.Remove(name);
                }
                else
                {
                    bufferParts[name] = (Own(value), persistent);
                }
            }

            /// <summary>Removes all child modules, without disposing of them.</summary>
            protected void ClearModules() => childParts.Clear();

            /// <summary>The children in order, by position.</summary>
            private protected Module ChildAt(int index) => childParts.GetAt(index).Value;

            private protected int ChildCount => childParts.Count;

            private protected void ClearParameters() => parameterParts.Clear();

            /// <summary>What the setter of a built-in module's parameter does: registers the new one and disposes of the old one.</summary>
            [return: NotNullIfNotNull(nameof(value))]
            private protected Parameter? Replace(string name, Parameter? old, Parameter? value)
            {
                ConditionallyRegisterParameter(name, value);
                if (!ReferenceEquals(old, value))
                {
                    old?.Dispose();
                }

                return value;
            }

            /// <summary>What the setter of a built-in module's buffer does.</summary>
            [return: NotNullIfNotNull(nameof(value))]
            private protected Tensor? ReplaceBuffer(string name, Tensor? old, Tensor? value)
            {
                ConditionallyRegisterBuffer(name, value);
                if (!ReferenceEquals(old, value))
                {
                    old?.Dispose();
                }

                return value;
            }

            /// <summary>A module outlives the scope it is built in.</summary>
            private static T Own<T>(T tensor)
                where T : Tensor
            {
                tensor.DetachFromDisposeScope();
                return tensor;
            }

            /// <summary>The fields of the types that the user wrote; the modules built in register their parts themselves.</summary>
            [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "Models keep their fields.")]
            private static IEnumerable<FieldInfo> ComponentFields(Type? type)
            {
                const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
                var seen = new HashSet<string>(StringComparer.Ordinal);
                for (; type is not null && type.Assembly != typeof(Module).Assembly; type = type.BaseType)
                {
                    foreach (var field in type.GetFields(Instance))
                    {
                        if (field.DeclaringType!.Assembly != typeof(Module).Assembly && seen.Add(field.Name))
                        {
                            yield return field;
                        }
                    }
                }
            }

            private static void CheckName(string name, string kind)
            {
                if (string.IsNullOrEmpty(name))
                {
                    throw new ArgumentException($"A {kind} needs a name.", nameof(name));
                }

                if (name.Contains('.', StringComparison.Ordinal))
                {
                    throw new ArgumentException(
                        $"A {kind}'s name cannot have a dot, which separates the names of nested parts: '{name}'.", nameof(name));
                }
            }

            private void CheckNewTensorName(string name, string kind)
            {
                CheckName(name, kind);
                if (parameterParts.ContainsKey(name) || bufferParts.ContainsKey(name))
                {
                    throw new InvalidOperationException($"A parameter or buffer named '{name}' is already registered in {GetName()}.");
                }
            }

            private bool Reaches(Module target, HashSet<Module> visited) =>
                ReferenceEquals(this, target) || (visited.Add(this) && childParts.Values.Any(child => child.Reaches(target, visited)));
        }
    }
}
