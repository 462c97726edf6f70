using System.Text.Json;
using System.Text.RegularExpressions;

namespace Espalier.Plugins;

/// <summary>Turns a manifest as written into one that holds what it must, or says what is wrong where.</summary>
internal sealed partial class ManifestCheck(string file, ICollection<string> warnings)
{
    private const int MaxFiles = 10_000;

    public PluginManifest Check(ManifestJson json)
    {
        Warn(json.Unknown, "");
        var contract = Text(json.Contract, "contract", "the versions of the contract that the plugin works with: \">=0.1 <1.0\"");
        var manifest = new PluginManifest
        {
            Id = Id(json.Id, "id"),
            Version = Match(json.Version, "version", Versions(), "a version: \"1.2.0\", \"1.2.0-beta.1\""),
            Title = Text(json.Title, "title", "one line for people"),
            Contract = ContractRange.TryParse(contract, out var range) ? range : throw Wrong("contract", contract, "terms such as \">=0.1 <1.0\""),
            Entry = Path(json.Entry, "entry"),
            TargetFramework = Match(json.TargetFramework, "targetFramework", Frameworks(), "the framework it was built for: \"net10.0\""),
            Dependencies = [.. (json.Dependencies ?? []).Select(Dependency)],
            Capabilities = [.. (json.Capabilities ?? []).Select((word, i) => Match(word, $"capabilities[{i}]", Ids(), "a word in lower case: \"native\""))],
            Files = Files(json.Files),
        };

        if (!manifest.Files.Any(f => f.Path == manifest.Entry))
        {
            throw Wrong("entry", manifest.Entry, "one of the files that \"files\" lists");
        }

        if (manifest.Dependencies.Any(d => d.Id == manifest.Id))
        {
            throw Wrong("dependencies", manifest.Id, "the id of another plugin");
        }

        return manifest;
    }

    [GeneratedRegex(@"^(?=.{1,100}\z)[a-z0-9]+([.-][a-z0-9]+)*\z")]
    private static partial Regex Ids();

    [GeneratedRegex(@"^(?=.{1,100}\z)[0-9]{1,9}(\.[0-9]{1,9}){1,3}(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?\z")]
    private static partial Regex Versions();

    [GeneratedRegex(@"^net[a-z0-9.-]{1,40}\z")]
    private static partial Regex Frameworks();

    [GeneratedRegex(@"^[0-9a-fA-F]{64}\z")]
    private static partial Regex Hashes();

    private static string Shown(string value)
    {
        var text = value.Length > 60 ? value[..60] + "..." : value;
        return string.Concat(text.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '?' : c));
    }

    private PluginDependency Dependency(ManifestJson.DependencyJson? json, int index)
    {
        Warn(json?.Unknown, $"dependencies[{index}].");
        return new PluginDependency(Id(json?.Id, $"dependencies[{index}].id"), json!.Optional);
    }

    private List<PluginFile> Files(List<ManifestJson.FileJson?>? files)
    {
        if (files is not { Count: > 0 and <= MaxFiles })
        {
            throw Wrong("files", files is null ? null : $"{files.Count} files", $"the plugin's files, 1 to {MaxFiles}, each with \"path\" and \"sha256\"");
        }

        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var checkedFiles = new List<PluginFile>(files.Count);
        for (var i = 0; i < files.Count; i++)
        {
            Warn(files[i]?.Unknown, $"files[{i}].");
            var path = Path(files[i]?.Path, $"files[{i}].path");
            if (!seen.Add(path))
            {
                throw Wrong($"files[{i}].path", path, "another file than those before it (letters' case does not tell files apart)");
            }

            checkedFiles.Add(new PluginFile(path, Match(files[i]?.Sha256, $"files[{i}].sha256", Hashes(), "64 hexadecimal digits")));
        }

        return checkedFiles;
    }

    private string Id(string? value, string place) => Match(value, place, Ids(), "lower case words joined by '.' or '-', at most 100 characters: \"acme.magnitude\"");

    private string Match(string? value, string place, Regex form, string wanted) =>
        value is not null && form.IsMatch(value) ? value : throw Wrong(place, value, wanted);

    private string Text(string? value, string place, string wanted) =>
        value is { Length: <= 1000 } && !string.IsNullOrWhiteSpace(value) && !value.Any(char.IsControl) ? value : throw Wrong(place, value, wanted);

    // A path names a file inside the folder on every system, whatever system reads it.
    private string Path(string? value, string place) =>
        value is { Length: > 0 and <= 250 } && value.IndexOfAny(['\\', ':', '*', '?', '"', '<', '>', '|']) < 0 && !value.Any(char.IsControl)
        && value.Split('/').All(name => name.Trim(' ', '.').Length > 0)
            ? value
            : throw Wrong(place, value, "the path of a file inside the plugin's folder, with '/' between names");

    private PluginException Wrong(string place, string? value, string wanted) => new(
        $"{file}: '{place}' {(value is null ? "is missing" : $"is '{Shown(value)}'")}. It must be {wanted}. Correct it, or build the plugin again.");

    private void Warn(Dictionary<string, JsonElement>? unknown, string place)
    {
        foreach (var name in unknown?.Keys.Order(StringComparer.Ordinal) ?? Enumerable.Empty<string>())
        {
            warnings.Add($"{file}: '{place}{Shown(name)}' is no field of a plugin manifest; it is ignored.");
        }
    }
}
