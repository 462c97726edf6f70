using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <content>Finding parts. Names of nested parts are joined with dots.</content>
        public partial class Module
        {
            /// <summary>The direct children with their names, in the order of registration.</summary>
            public virtual IEnumerable<(string name, Module module)> named_children() => childParts.Select(part => (part.Key, part.Value));

            /// <summary>The direct children.</summary>
            public virtual IEnumerable<Module> children() => named_children().Select(part => part.module);

            /// <summary>
            /// All modules below this one, without itself: first the children, then what is below each of them. A module that is registered
            /// twice comes twice.
            /// </summary>
            public virtual IEnumerable<(string name, Module module)> named_modules()
            {
                foreach (var part in named_children())
                {
                    yield return part;
                }

                foreach (var (prefix, child) in named_children())
                {
                    foreach (var (key, module) in child.named_modules())
                    {
                        yield return ($"{prefix}.{key}", module);
                    }
                }
            }

            /// <summary>All modules below this one, without itself.</summary>
            public virtual IEnumerable<Module> modules() => named_modules().Select(part => part.module);

            /// <summary>The parameters with their names, each one once: the module's own and then those of its children.</summary>
            /// <param name="recurse">Whether those of the children are included.</param>
            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true) =>
                Distinct(
                    parameterParts.Select(part => (part.Key, part.Value)),
                    recurse ? named_children() : [],
                    static child => child.named_parameters());

            /// <summary>The parameters, each one once.</summary>
            public virtual IEnumerable<Parameter> parameters(bool recurse = true) =>
                named_parameters(recurse).Select(part => part.parameter);

            /// <summary>The buffers with their names, each one once: the module's own and then those of its children.</summary>
            /// <param name="recurse">Whether those of the children are included.</param>
            /// <param name="include_nonpersistent">Whether buffers that are not part of the state dictionary are included.</param>
            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(
                bool recurse = true, bool include_nonpersistent = true) =>
                Distinct(
                    bufferParts.Where(part => part.Value.Persistent || include_nonpersistent).Select(part => (part.Key, part.Value.Tensor)),
                    recurse ? named_children() : [],
                    child => child.named_buffers(true, include_nonpersistent));

            /// <summary>The buffers, each one once.</summary>
            public virtual IEnumerable<Tensor> buffers(bool recurse = true, bool include_nonpersistent = true) =>
                named_buffers(recurse, include_nonpersistent).Select(part => part.buffer);

            /// <summary>Whether there is a parameter of that name, which may be nested: <c>layer.weight</c>.</summary>
            public virtual bool has_parameter(string target) => get_parameter(target) is not null;

            /// <summary>Whether there is a buffer of that name, which may be nested.</summary>
            public virtual bool has_buffer(string target) => get_buffer(target) is not null;

            /// <summary>The parameter of that name, which may be nested, or null.</summary>
            public virtual Parameter? get_parameter(string target) =>
                Owner(target, out var leaf) is { } owner ? owner.parameterParts.GetValueOrDefault(leaf) : null;

            /// <summary>The buffer of that name, which may be nested, or null.</summary>
            public virtual Tensor? get_buffer(string target) =>
                Owner(target, out var leaf) is { } owner ? owner.bufferParts.GetValueOrDefault(leaf).Tensor : null;

            private Module? Owner(string target, out string leaf)
            {
                ArgumentNullException.ThrowIfNull(target);
                var path = target.Split('.');
                leaf = path[^1];
                var owner = this;
                foreach (var step in path.AsSpan(..^1))
                {
                    owner = owner.childParts.GetValueOrDefault(step);
                    if (owner is null)
                    {
                        return null;
                    }
                }

                return owner;
            }

            private static IEnumerable<(string, T)> Distinct<T>(
                IEnumerable<(string, T)> own, IEnumerable<(string, Module)> children, Func<Module, IEnumerable<(string, T)>> below)
                where T : Tensor
            {
                var seen = new HashSet<T>(ReferenceEqualityComparer.Instance);
                foreach (var (key, tensor) in own)
                {
                    if (!tensor.IsInvalid && seen.Add(tensor))
                    {
                        yield return (key, tensor);
                    }
                }

                foreach (var (prefix, child) in children)
                {
                    foreach (var (key, tensor) in below(child))
                    {
                        if (seen.Add(tensor))
                        {
                            yield return ($"{prefix}.{key}", tensor);
                        }
                    }
                }
            }
        }
    }
}
