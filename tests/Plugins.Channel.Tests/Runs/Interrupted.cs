namespace Espalier.Plugins.Tests.Runs;

/// <summary>The process has ended.</summary>
internal sealed class Interrupted : Exception;
