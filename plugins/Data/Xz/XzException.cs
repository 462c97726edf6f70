namespace Espalier.Plugins.Data.Xz;

/// <summary>What is wrong with packed data; the caller adds the file's name and the way out.</summary>
internal sealed class XzException(string message) : Exception(message);
