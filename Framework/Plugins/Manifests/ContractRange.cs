using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Espalier.Plugins;

/// <summary>The versions of the contract that a plugin works with: <c>&gt;=0.1 &lt;1.0</c>. All terms must hold.</summary>
public sealed record ContractRange
{
    private static readonly string[] Operators = [">=", "<=", ">", "<", "="];

    private readonly (string Operator, Version Version)[] terms;

    private ContractRange(string text, (string Operator, Version Version)[] terms) => (Text, this.terms) = (text, terms);

    /// <summary>The version of the contract in this process.</summary>
    public static Version Host { get; } = HostVersion();

    /// <summary>As written.</summary>
    public string Text { get; }

    /// <summary>Reads a range: terms such as <c>&gt;=0.1</c>, separated by spaces.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out ContractRange? range)
    {
        ArgumentNullException.ThrowIfNull(text);
        var terms = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Term).ToArray();
        range = terms.Length is > 0 and <= 8 && terms.All(term => term is not null) ? new ContractRange(text, [.. terms.Select(term => term!.Value)]) : null;
        return range is not null;
    }

    /// <summary>Whether a version is in the range.</summary>
    public bool Allows(Version version)
    {
        var number = Full(version);
        return terms.All(term => number.CompareTo(term.Version) is var order && term.Operator switch
        {
            ">=" => order >= 0,
            "<=" => order <= 0,
            ">" => order > 0,
            "<" => order < 0,
            _ => order == 0,
        });
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static (string, Version)? Term(string text)
    {
        var sign = Operators.FirstOrDefault(o => text.StartsWith(o, StringComparison.Ordinal));
        return sign is not null && Version.TryParse(text[sign.Length..], out var version) ? (sign, Full(version)) : null;
    }

    // An unwritten part is -1 in Version, which would make 0.1 less than 0.1.0.
    private static Version Full(Version version) => new(version.Major, version.Minor, Math.Max(0, version.Build));

    private static Version HostVersion()
    {
        var text = typeof(ContractRange).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0";
        return Full(Version.Parse(text.Split('-', '+')[0]));
    }
}
