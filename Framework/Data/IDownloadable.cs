namespace Espalier.Data;

/// <summary>A source whose files can be had from a public address.</summary>
public interface IDownloadable
{
    /// <summary>The folder that the files belong in, within the data folder: <c>fashion-mnist</c>.</summary>
    string Folder { get; }

    /// <summary>All files that both parts of the set need.</summary>
    IReadOnlyList<RemoteFile> Files { get; }
}
