namespace Espalier.Cli;

/// <summary>A command that the user stopped: the message says how to go on.</summary>
/// <param name="message">The message.</param>
internal sealed class StoppedException(string message) : Exception(message);
