using System.CommandLine;
using System.Text.Json;
using Espalier.Plugins;

namespace Espalier.Cli.Commands;

/// <summary><c>espalier plugin list</c> and <c>espalier plugin verify</c>.</summary>
internal static class PluginCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(GlobalOptions options) => new("plugin", "Shows and checks plugins.")
    {
        new Command("list", "Lists plugins and their parts.").Runs(options, (session, _, _) =>
        {
            List(session);
            return Task.CompletedTask;
        }),
        new Command("verify", "Loads all plugins and says what is wrong with them.").Runs(options, (session, _, _) =>
        {
            List(session);
            string[] errors = [.. session.Plugins.Where(plugin => plugin.Error is not null).Select(plugin => $"{plugin.Folder ?? plugin.Id}: {plugin.Error}")];
            return errors.Length == 0 && session.Plugins.Count > 0
                ? Task.CompletedTask
                : throw new PluginException(errors.Length > 0 ? string.Join(Environment.NewLine, errors) : "There are no plugins. Name their folder with --plugins.");
        }),
    };

    private static void List(Session session)
    {
        if (session.Printer.Format == OutputFormat.Json)
        {
            session.Printer.Json(json =>
            {
                json.WriteStartArray();
                foreach (var plugin in session.Plugins)
                {
                    Write(json, plugin);
                }

                json.WriteEndArray();
            });
            return;
        }

        session.Printer.Table(["plugin", "version", "state", "folder", "parts"], session.Plugins.Select(plugin => (IReadOnlyList<string>)
        [
            plugin.Id, plugin.Version, plugin.State.ToString().ToLowerInvariant(), plugin.Folder ?? "",
            string.Join("\n", plugin.Parts.GroupBy(part => part.Kind).Select(kind => $"{kind.Key}: {string.Join(", ", kind.Select(part => part.Name))}")),
        ]));
    }

    private static void Write(Utf8JsonWriter json, PluginInfo plugin)
    {
        json.WriteStartObject();
        json.WriteString("id", plugin.Id);
        json.WriteString("version", plugin.Version);
        json.WriteString("title", plugin.Title);
        json.WriteString("state", plugin.State.ToString().ToLowerInvariant());
        json.WriteString("folder", plugin.Folder);
        json.WriteString("error", plugin.Error);
        json.WriteStartArray("parts");
        foreach (var part in plugin.Parts)
        {
            json.WriteStartObject();
            json.WriteString("kind", part.Kind);
            json.WriteString("name", part.Name);
            json.WriteString("summary", part.Summary);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
