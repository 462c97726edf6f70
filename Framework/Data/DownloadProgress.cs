namespace Espalier.Data;

/// <summary>How far a download has come.</summary>
/// <param name="File">Which file.</param>
/// <param name="Done">Bytes on disk.</param>
/// <param name="Note">What happened, where it is worth a line: <c>is there already</c>, <c>connection lost, trying again</c>.</param>
public readonly record struct DownloadProgress(RemoteFile File, long Done, string? Note = null);
