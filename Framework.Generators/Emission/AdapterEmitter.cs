using System.Globalization;
using Espalier.Generators.Model;

namespace Espalier.Generators.Emission;

/// <summary>Writes the untyped trace: a list of inputs in, a list of results out.</summary>
internal static class AdapterEmitter
{
    private const string Tensor = "global::Espalier.Symbolic.SymbolicTensor";
    private const string Problem = "throw new global::Espalier.Graphs.TraceException";
    private const string Linq = "global::System.Linq.Enumerable";
    private const string List = "global::System.Collections.Generic.IReadOnlyList";

    public static void Emit(SourceWriter writer, TraceAdapter adapter)
    {
        writer.Line("/// <inheritdoc/>");
        TraceEmitter.GeneratedCode(writer);
        var parameters = $"global::Espalier.Graphs.Tracer tracer, {List}<{Tensor}?> inputs";
        writer.Block($"{List}<{Tensor}> global::Espalier.Graphs.ITraceable.Trace({parameters})", () =>
        {
            var count = adapter.Inputs.Count;
            if (adapter.Inputs.FirstOrDefault(i => i is { Kind: InputKind.Other, Default: null }) is { } other)
            {
                var reason = $"takes '{other.Name}', which is not a tensor: call its typed {adapter.Target}.";
                writer.Line($"{Problem}(\"{adapter.Model}.forward {reason}\");");
                return;
            }

            if (!adapter.Inputs.Any(i => i.Kind == InputKind.Tensors))
            {
                writer.Block($"if (inputs.Count > {Text(count)})", () =>
                    writer.Line($"{Problem}(\"{adapter.Model}.forward takes at most {Text(count)} inputs.\");"));
                writer.Line();
            }

            writer.Line($"var result = {adapter.Target}(");
            writer.Indented(() =>
            {
                writer.Line("tracer" + (count == 0 ? ");" : ","));
                for (var i = 0; i < count; i++)
                {
                    writer.Line(Input(adapter, i) + (i == count - 1 ? ");" : ","));
                }
            });
            writer.Line($"return [{string.Join(", ", adapter.Results)}];");
        });
    }

    private static string Input(TraceAdapter adapter, int position)
    {
        var input = adapter.Inputs[position];
        var index = Text(position);
        var name = "input" + Text(position + 1);
        var missing = $"{Problem}(\"{adapter.Model}.forward needs the tensor '{input.Name}' (input {Text(position + 1)}).\")";
        return input switch
        {
            { Kind: InputKind.Tensor } => $"inputs.Count > {index} && inputs[{index}] is {{ }} {name} ? {name} : {missing}",
            { Kind: InputKind.OptionalTensor } => $"inputs.Count > {index} ? inputs[{index}] : null",
            { Kind: InputKind.Tensors } => $"[.. {Linq}.OfType<{Tensor}>({Linq}.Skip(inputs, {index}))]",
            _ => input.Default!,
        };
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
