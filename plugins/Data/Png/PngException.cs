namespace Espalier.Plugins.Data.Png;

/// <summary>What is wrong with a picture; the reader adds the file's name and the way out.</summary>
internal sealed class PngException(string message) : Exception(message);
