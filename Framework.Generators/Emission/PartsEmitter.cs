using Espalier.Generators.Model;

namespace Espalier.Generators.Emission;

/// <summary>Writes the lists of what the class's own fields hold, under the names of the state_dict.</summary>
internal static class PartsEmitter
{
    private const string List = "global::System.Collections.Generic.IReadOnlyList";
    private const string Module = "global::TorchSharp.torch.nn.Module";
    private const string Tensor = "global::TorchSharp.torch.Tensor";

    public static void Emit(SourceWriter writer, TraceModel model)
    {
        var isOverride = model.PartsModifier.StartsWith("override", StringComparison.Ordinal);
        writer.Line("/// <summary>The sub-modules in the class's fields, by their names in the <c>state_dict</c>.</summary>");
        TraceEmitter.GeneratedCode(writer);
        writer.Line($"public {model.PartsModifier}{List}<(string Name, {Module}? Module)> TracedChildren =>");
        Items(writer, isOverride ? "base.TracedChildren" : null, model.Children.Select(p => $"(\"{p.Name}\", {p.Access})"));
        writer.Line();
        writer.Line("/// <summary>");
        writer.Line("/// The parameters, buffers and other tensors in the class's fields, by the names that RegisterComponents gives them, each");
        writer.Line("/// with what puts another tensor in its place (null where the field is readonly).");
        writer.Line("/// </summary>");
        TraceEmitter.GeneratedCode(writer);
        var entry = $"(string Name, {Tensor}? Tensor, global::System.Action<{Tensor}>? Replace)";
        writer.Line($"public {model.PartsModifier}{List}<{entry}> TracedParameters =>");
        Items(writer, isOverride ? "base.TracedParameters" : null, model.Tensors.Select(Replaceable));
    }

    private static string Replaceable(TracePart part)
    {
        var register = part.IsParameter ? "ConditionallyRegisterParameter" : "ConditionallyRegisterBuffer";
        var replace = part.IsWritable
            ? $"value => {{ {part.Access} = {(part.IsParameter ? $"({part.Type})" : "")}value; {register}(\"{part.Name}\", value); }}"
            : "null";
        return $"(\"{part.Name}\", {part.Access}, {replace})";
    }

    private static void Items(SourceWriter writer, string? inherited, IEnumerable<string> items)
    {
        var all = (inherited is null ? [] : new[] { ".. " + inherited }).Concat(items).ToList();
        writer.Indented(() =>
        {
            if (all.Count == 0)
            {
                writer.Line("[];");
                return;
            }

            writer.Line("[");
            writer.Indented(() => all.ForEach(item => writer.Line(item + ",")));
            writer.Line("];");
        });
    }
}
