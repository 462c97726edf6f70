using System.Text;
using Espalier.Generators.Emission;
using Espalier.Generators.Plugins.Model;
using Microsoft.CodeAnalysis.Text;

namespace Espalier.Generators.Plugins.Emission;

/// <summary>Writes the entry of a plugin.</summary>
internal static class EntryEmitter
{
    private const string Reader = "global::Espalier.Recipes.OptionReader";
    private const string Services = "global::Espalier.Plugins.PluginServices";

    public static SourceText Emit(EntryModel model)
    {
        var writer = new SourceWriter();
        Header.Emit(writer, "the classes with [PluginPart]");
        writer.Line("[assembly: global::Espalier.Plugins.PluginEntry(typeof(global::Espalier.Plugins.Generated.PluginEntry))]");
        writer.Line();
        writer.Block("namespace Espalier.Plugins.Generated", () =>
        {
            writer.Line("/// <summary>Registers the parts of this plugin.</summary>");
            Header.GeneratedCode(writer);
            writer.Block("internal sealed class PluginEntry : global::Espalier.Plugins.IPluginEntry", () =>
            {
                Register(writer, model);
                for (var i = 0; i < model.Services.Count; i++)
                {
                    writer.Line();
                    writer.Line($"private static {model.Services[i].Type} Service{i}({Services} services) =>");
                    writer.Indented(() => writer.Line($"new({Arguments(model, model.Services[i].Arguments)});"));
                }
            });
        });
        return SourceText.From(writer.ToString(), Encoding.UTF8);
    }

    private static void Register(SourceWriter writer, EntryModel model)
    {
        writer.Line("/// <inheritdoc/>");
        writer.Line($"public global::System.Collections.Generic.IReadOnlyList<global::Espalier.Plugins.PartRegistration> Register({Services} services) =>");
        writer.Line("[");
        writer.Indented(() =>
        {
            foreach (var part in model.Parts)
            {
                Part(writer, model, part);
            }
        });
        writer.Line("];");
    }

    private static void Part(SourceWriter writer, EntryModel model, PartModel part)
    {
        var options = part.Arguments.FirstOrDefault(a => a.Kind == ArgumentKind.Options)?.Type;
        writer.Line("new(");
        writer.Indented(() =>
        {
            writer.Line($"typeof({part.Contract}),");
            writer.Line($"{ReaderExpression.Literal(part.Name)},");
            writer.Line($"{ReaderExpression.Literal(part.Description)},");
            writer.Line(options is null ? $"{Reader}.NoOptions," : $"{options}Binding.Schema,");
            if (options is null)
            {
                writer.Block("node =>", () =>
                {
                    writer.Line($"{Reader}.ReadNone(node);");
                    writer.Line($"return new {part.Type}({Arguments(model, part.Arguments)});");
                }, ",");
                writer.Line("static reader => reader.Finish()),");
            }
            else
            {
                writer.Line($"node => new {part.Type}({Arguments(model, part.Arguments)}),");
                writer.Line($"static reader => {options}Binding.Bind(reader)),");
            }
        });
    }

    private static string Arguments(EntryModel model, IReadOnlyList<ArgumentModel> arguments) => string.Join(", ", arguments.Select(argument => argument.Kind switch
    {
        ArgumentKind.Options => $"{Reader}.Read(node, {argument.Type}Binding.Bind)",
        ArgumentKind.Context => "services.Context",
        _ => $"services.Get(Service{Index(model, argument.Type)})",
    }));

    private static int Index(EntryModel model, string service) => model.Services.TakeWhile(s => s.Type != service).Count();
}
