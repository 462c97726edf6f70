using System.Globalization;
using System.Text;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <content>The state as a dictionary.</content>
        public partial class Module
        {
            /// <summary>
            /// All parameters and persistent buffers by name: the tensors themselves, not copies. One that is registered twice is there
            /// under each of its names.
            /// </summary>
            /// <param name="destination">Where to add them; left out for a new dictionary.</param>
            /// <param name="prefix">What their names start with, followed by a dot.</param>
            public virtual Dictionary<string, Tensor> state_dict(Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= [];
                var start = string.IsNullOrEmpty(prefix) ? "" : prefix + ".";
                foreach (var (key, parameter) in named_parameters())
                {
                    destination.TryAdd(start + key, parameter);
                }

                foreach (var (key, buffer) in named_buffers(true, include_nonpersistent: false))
                {
                    destination.TryAdd(start + key, buffer);
                }

                // Once more from below, for tensors that are shared: they came under their first names only.
                foreach (var (key, child) in named_children())
                {
                    child.state_dict(destination, start + key);
                }

                return destination;
            }

            /// <summary>Copies values into the parameters and buffers of these names. When it fails, nothing was changed.</summary>
            /// <param name="source">The values by name; other dtypes and devices are converted.</param>
            /// <param name="strict">Whether names that are missing here or there are an error.</param>
            /// <param name="skip">Names that are left alone.</param>
            /// <returns>The module's names that <paramref name="source"/> lacks, and the other way round.</returns>
            /// <exception cref="InvalidOperationException">Names do not match, or shapes: the message lists all of them.</exception>
            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(
                Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null)
            {
                ArgumentNullException.ThrowIfNull(source);
                var state = state_dict();
                var problems = new StateProblems(state, source, skip ?? []);
                if (problems.Describe(strict) is { } message)
                {
                    throw new InvalidOperationException($"The state does not fit {GetName()}, which was left unchanged:{message}");
                }

                CopyState(state, source, skip ?? []);
                return (problems.Missing, problems.Unexpected);
            }

            private static void CopyState(Dictionary<string, Tensor> state, Dictionary<string, Tensor> source, IList<string> skip)
            {
                using var noGradients = no_grad();
                foreach (var (key, value) in source)
                {
                    if (state.TryGetValue(key, out var target) && !skip.Contains(key))
                    {
                        Native.Aten.CallInPlace("aten::copy_", target, value);
                    }
                }
            }

            /// <summary>What keeps a state from being loaded.</summary>
            private readonly struct StateProblems
            {
                private readonly List<string> shapes = [];

                public StateProblems(Dictionary<string, Tensor> state, Dictionary<string, Tensor> source, IList<string> skip)
                {
                    Missing.AddRange(state.Keys.Where(key => !source.ContainsKey(key) && !skip.Contains(key)));
                    foreach (var (key, value) in source)
                    {
                        if (skip.Contains(key))
                        {
                            continue;
                        }

                        if (!state.TryGetValue(key, out var target))
                        {
                            Unexpected.Add(key);
                        }
                        else if (value is null || value.IsInvalid)
                        {
                            throw new ArgumentException($"The tensor given for '{key}' is null or was disposed of.", nameof(source));
                        }
                        else if (!value.shape.AsSpan().SequenceEqual(target.shape))
                        {
                            shapes.Add($"{key} has shape {Text(target.shape)}, and {Text(value.shape)} was given");
                        }
                    }
                }

                public List<string> Missing { get; } = [];

                public List<string> Unexpected { get; } = [];

                /// <summary>One line for each problem, or null.</summary>
                public string? Describe(bool strict)
                {
                    var text = new StringBuilder();
                    Append(text, "missing", strict ? Missing : []);
                    Append(text, "unexpected", strict ? Unexpected : []);
                    Append(text, "wrong shape", shapes);
                    return text.Length == 0 ? null : text.ToString();
                }

                private static void Append(StringBuilder text, string problem, List<string> keys)
                {
                    foreach (var key in keys)
                    {
                        text.Append(CultureInfo.InvariantCulture, $"\n  {problem}: {key}");
                    }
                }

                private static string Text(long[] shape) => $"[{string.Join(", ", shape)}]";
            }
        }
    }
}
