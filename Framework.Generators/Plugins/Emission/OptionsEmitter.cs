using System.Text;
using Espalier.Generators.Emission;
using Espalier.Generators.Parsing;
using Espalier.Generators.Plugins.Model;
using Microsoft.CodeAnalysis.Text;

namespace Espalier.Generators.Plugins.Emission;

/// <summary>Writes the binding of an options record.</summary>
internal static class OptionsEmitter
{
    public static SourceText Emit(OptionsModel model)
    {
        var writer = new SourceWriter();
        Header.Emit(writer, "the record of options");
        if (model.Namespace.Length == 0)
        {
            Class(writer, model);
        }
        else
        {
            writer.Block($"namespace {model.Namespace}", () => Class(writer, model));
        }

        return SourceText.From(writer.ToString(), Encoding.UTF8);
    }

    private static void Class(SourceWriter writer, OptionsModel model)
    {
        writer.Line($"/// <summary>Reads <see cref=\"{Identifiers.Escape(model.Name)}\"/> from a recipe.</summary>");
        Header.GeneratedCode(writer);
        writer.Block($"{model.Accessibility} static class {model.Name}Binding", () =>
        {
            SchemaEmitter.Emit(writer, model);
            writer.Line();
            writer.Line("/// <summary>Reads the options. What is wrong with them goes into the reader's report.</summary>");
            var name = Identifiers.Escape(model.Name);
            writer.Block($"public static {name} Bind(global::Espalier.Recipes.OptionReader reader)", () => Body(writer, model, name));
        });
    }

    private static void Body(SourceWriter writer, OptionsModel model, string name)
    {
        if (model.Options.FirstOrDefault(o => o.IsShorthand) is { } shorthand)
        {
            writer.Line($"reader.Shorthand({Literal(shorthand.Key)});");
        }

        if (model.Options.Count == 0)
        {
            writer.Line($"var options = new {name}();");
        }
        else
        {
            Read(writer, model, name);
        }

        Finish(writer, model);
    }

    private static void Read(SourceWriter writer, OptionsModel model, string name)
    {
        var required = string.Join(", ", model.Options.Where(o => o.IsRequiredMember).Select(o => $"{Identifiers.Escape(o.Property)} = default!"));
        writer.Line($"var defaults = new {name}{(required.Length == 0 ? "()" : $" {{ {required} }}")};");
        writer.Block($"var options = new {name}", () =>
        {
            foreach (var option in model.Options)
            {
                var property = Identifiers.Escape(option.Property);
                var isRequired = option.IsRequired ? ", isRequired: true" : "";
                writer.Line($"{property} = reader.Get({Literal(option.Key)}, {ReaderExpression.Of(option.Type)}, defaults.{property}{isRequired}),");
            }
        }, ";");
    }

    private static void Finish(SourceWriter writer, OptionsModel model)
    {
        if (!model.IsValidated)
        {
            writer.Line("reader.Finish();");
            writer.Line("return options;");
            return;
        }

        writer.Block("return reader.Finish(options, static property => property switch", () =>
        {
            foreach (var option in model.Options)
            {
                writer.Line($"{Literal(option.Property)} => {Literal(option.Key)},");
            }

            writer.Line("_ => property,");
        }, ");");
    }

    private static string Literal(string text) => ReaderExpression.Literal(text);
}
