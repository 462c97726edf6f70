using System.Runtime.CompilerServices;
using Espalier.Graphs;
using Espalier.Symbolic;
using static TorchSharp.torch;

namespace Espalier.Operators;

/// <summary>The traces of TorchSharp's own modules, by type; those of other modules come from the generator, or are registered here.</summary>
public static partial class ModuleTraces
{
    // A plugin's modules and their traces stay no longer than the plugin does.
    private static readonly ConditionalWeakTable<Type, ModuleTrace> ByType = Table();

    private delegate IReadOnlyList<SymbolicTensor> ModuleTrace(Tracer tracer, nn.Module module, IReadOnlyList<SymbolicTensor?> inputs);

    /// <summary>The types of module that have a trace here.</summary>
    public static IReadOnlyCollection<Type> Types => [.. ByType.Select(entry => entry.Key)];

    /// <summary>Adds or replaces the trace of a module type; subclasses need their own.</summary>
    /// <param name="trace">Records what the module's <c>forward</c> does with its inputs.</param>
    public static void Register<TModule>(Func<Tracer, TModule, IReadOnlyList<SymbolicTensor?>, IReadOnlyList<SymbolicTensor>> trace)
        where TModule : nn.Module
    {
        ArgumentNullException.ThrowIfNull(trace);
        ByType.AddOrUpdate(typeof(TModule), (tracer, module, inputs) => trace(tracer, (TModule)module, inputs));
    }

    /// <summary>Traces one module.</summary>
    /// <param name="tracer">Where its operators are recorded.</param>
    /// <param name="module">The module.</param>
    /// <param name="inputs">One per parameter of its <c>forward</c>; null where an optional one is left out.</param>
    /// <exception cref="TraceException">The type of module has no trace.</exception>
    public static IReadOnlyList<SymbolicTensor> Trace(Tracer tracer, nn.Module module, IReadOnlyList<SymbolicTensor?> inputs)
    {
        ArgumentNullException.ThrowIfNull(tracer);
        ArgumentNullException.ThrowIfNull(module);
        var type = module.GetType();
        return ByType.TryGetValue(type, out var trace)
            ? trace(tracer, module, inputs)
            : throw new TraceException(
                $"Module '{tracer.Scope}' is a {type.Name}, which has no trace. If it is yours, make the class partial and mark it [PrunableModel], or "
                + "write its trace and name that in [TraceWith]. If it is not, mark the field that holds it [Opaque], or register a trace with "
                + $"ModuleTraces.Register<{type.Name}>(...).");
    }

    private static ConditionalWeakTable<Type, ModuleTrace> Table()
    {
        var table = new ConditionalWeakTable<Type, ModuleTrace>();
        foreach (var (type, trace) in BuiltIn())
        {
            table.Add(type, trace);
        }

        return table;
    }

    private static IEnumerable<KeyValuePair<Type, ModuleTrace>> BuiltIn() => [.. Layers(), .. Activators(), .. Spatial()];

    private static KeyValuePair<Type, ModuleTrace> Entry<TModule>(Func<Tracer, TModule, SymbolicTensor, SymbolicTensor> trace)
        where TModule : nn.Module =>
        new(typeof(TModule), (tracer, module, inputs) => [trace(tracer, (TModule)module, Single(tracer, inputs))]);

    private static KeyValuePair<Type, ModuleTrace> Entry<TModule>(Func<TModule, SymbolicTensor, SymbolicTensor> trace)
        where TModule : nn.Module =>
        Entry<TModule>((_, module, input) => trace(module, input));

    private static KeyValuePair<Type, ModuleTrace> Pair<TModule>(Func<Tracer, TModule, SymbolicTensor, SymbolicTensor, SymbolicTensor> trace)
        where TModule : nn.Module =>
        new(typeof(TModule), (tracer, module, inputs) => inputs is [{ } first, { } second]
            ? [trace(tracer, (TModule)module, first, second)]
            : throw new TraceException($"Module '{tracer.Scope}' takes two tensors; it is given {inputs.Count}."));

    private static SymbolicTensor Single(Tracer tracer, IReadOnlyList<SymbolicTensor?> inputs) => inputs is [{ } only]
        ? only
        : throw new TraceException($"Module '{tracer.Scope}' takes one tensor; it is given {inputs.Count}.");

    // By name and not by the property, which may wrap the tensor anew at each call.
    private static SymbolicTensor? Registered(Tracer tracer, nn.Module module, string name)
    {
        foreach (var (parameterName, parameter) in module.named_parameters(recurse: false))
        {
            if (parameterName == name)
            {
                return tracer.Tensor(parameter);
            }
        }

        foreach (var (bufferName, buffer) in module.named_buffers(recurse: false))
        {
            if (bufferName == name)
            {
                return tracer.Tensor(buffer);
            }
        }

        return null;
    }

    private static SymbolicTensor Weight(Tracer tracer, nn.Module module) => Registered(tracer, module, "weight")
        ?? throw new TraceException($"Module '{tracer.Scope}' ({module.GetType().Name}) has no parameter 'weight'.");

    private static SymbolicTensor? Bias(Tracer tracer, nn.Module module) => Registered(tracer, module, "bias");
}
