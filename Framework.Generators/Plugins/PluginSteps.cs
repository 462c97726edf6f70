namespace Espalier.Generators.Plugins;

/// <summary>The names of the pipelines' steps, which the tests look at.</summary>
internal static class PluginSteps
{
    public const string ParsedOptions = nameof(ParsedOptions);

    public const string Options = nameof(Options);

    public const string OptionsProblems = nameof(OptionsProblems);

    public const string ParsedParts = nameof(ParsedParts);

    public const string ParsedServices = nameof(ParsedServices);

    public const string Entry = nameof(Entry);

    public const string PartProblems = nameof(PartProblems);

    public const string ServiceProblems = nameof(ServiceProblems);

    public const string DuplicateNames = nameof(DuplicateNames);

    public static IReadOnlyList<string> All { get; } =
        [ParsedOptions, Options, OptionsProblems, ParsedParts, ParsedServices, Entry, PartProblems, ServiceProblems, DuplicateNames];

    /// <summary>The steps that source follows from: plain values, equal for equal code.</summary>
    public static IReadOnlyList<string> Models { get; } = [Options, Entry];
}
