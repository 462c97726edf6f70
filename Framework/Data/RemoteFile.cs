using System.Security.Cryptography;

namespace Espalier.Data;

/// <summary>A file to download.</summary>
/// <param name="Name">Its name on disk, without a folder.</param>
/// <param name="Address">Where it is.</param>
/// <param name="Size">How many bytes it has.</param>
/// <param name="Algorithm">Of the published check sum: <c>MD5</c> or <c>SHA256</c>.</param>
/// <param name="Checksum">In hexadecimal digits.</param>
public sealed record RemoteFile(string Name, Uri Address, long Size, HashAlgorithmName Algorithm, string Checksum);
