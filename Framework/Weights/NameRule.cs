using System.Text.RegularExpressions;

namespace Espalier.Weights;

/// <summary>One step of a <see cref="NameMapping"/>.</summary>
public abstract record NameRule
{
    private NameRule()
    {
    }

    /// <summary>The name after this step.</summary>
    internal abstract string Apply(string name);

    /// <summary>Takes a prefix off the names that have it.</summary>
    /// <param name="Prefix">The prefix, with its dot.</param>
    public sealed record StripPrefix(string Prefix) : NameRule
    {
        internal override string Apply(string name) => name.StartsWith(Prefix, StringComparison.Ordinal) ? name[Prefix.Length..] : name;
    }

    /// <summary>Puts a prefix before every name.</summary>
    /// <param name="Prefix">The prefix, with its dot.</param>
    public sealed record AddPrefix(string Prefix) : NameRule
    {
        internal override string Apply(string name) => Prefix + name;
    }

    /// <summary>Replaces what a regular expression matches, wherever it does.</summary>
    public sealed record Replace : NameRule
    {
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
        private readonly Regex regex;

        /// <summary>Replaces what a regular expression matches.</summary>
        /// <param name="pattern">A .NET regular expression.</param>
        /// <param name="replacement">What to put there; <c>$1</c> stands for the first group.</param>
        /// <exception cref="ArgumentException">The pattern is no regular expression.</exception>
        public Replace(string pattern, string replacement)
        {
            (Pattern, Replacement) = (pattern, replacement);
            regex = new Regex(pattern, RegexOptions.CultureInvariant, Patience);
        }

        /// <summary>The regular expression.</summary>
        public string Pattern { get; }

        /// <summary>What stands in place of a match.</summary>
        public string Replacement { get; }

        internal override string Apply(string name) => regex.Replace(name, Replacement);
    }
}
