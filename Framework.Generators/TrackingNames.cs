namespace Espalier.Generators;

/// <summary>The names of the pipeline's steps, which the tests look at.</summary>
internal static class TrackingNames
{
    public const string Parsed = nameof(Parsed);

    public const string Models = nameof(Models);

    public const string Problems = nameof(Problems);

    public static IReadOnlyList<string> All { get; } = [Parsed, Models, Problems];
}
