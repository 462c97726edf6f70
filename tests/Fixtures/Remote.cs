using System;
using System.Collections.Generic;
using System.Security.Cryptography;
using System.Threading;
using Espalier.Data;
using Espalier.Plugins;

[assembly: PluginEntry(typeof(Remote))]

/// <summary>A plugin with a source whose file has to be downloaded; the test says from where.</summary>
public sealed class Remote : IPluginEntry
{
    public IReadOnlyList<PartRegistration> Register(PluginServices services) => [new(typeof(IDataSource), "remote-rows", "", "{}", _ => new RemoteRows())];
}

public sealed class RemoteRows : IDataSource, IDownloadable
{
    public string Name => "remote-rows";

    public string Folder => Name;

    public IReadOnlyList<RemoteFile> Files => [new("rows.bin", new Uri(Published.Address), Published.Size, HashAlgorithmName.SHA256, Published.Sum)];

    public ImageSet Load(DataSplit split, CancellationToken cancellation = default) => throw new DataException("Nothing reads these rows.");
}
