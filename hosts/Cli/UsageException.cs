namespace Espalier.Cli;

/// <summary>Arguments that do not fit together: the message says which and what to write.</summary>
/// <param name="message">The message.</param>
internal sealed class UsageException(string message) : Exception(message);
