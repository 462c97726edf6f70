using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;

namespace Espalier.Data;

/// <summary>Downloads files: goes on with what is there in part, tries again, and gives a file its name only when its check sum is right.</summary>
/// <param name="client">Makes the requests; its own time limit covers the wait for an answer.</param>
public sealed class Downloader(HttpClient client)
{
    /// <summary>How often a file is tried before giving up. Default: 5.</summary>
    public int Attempts { get; init; } = 5;

    /// <summary>The wait before the second attempt; it doubles with every further one. Default: 1 s.</summary>
    public TimeSpan Wait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a connection may be silent. Default: 60 s.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Brings files into a folder, which is created where it is missing. Files that are there and right stay as they are.</summary>
    /// <exception cref="DataException">A file cannot be had, or is another one than published; what came of it so far is kept for the next time
    /// if it may be right.</exception>
    public async Task DownloadAsync(
        IEnumerable<RemoteFile> files, string folder, IProgress<DownloadProgress>? progress = null, CancellationToken cancellation = default)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in files)
        {
            var target = Path.Combine(folder, file.Name);
            if (!File.Exists(target))
            {
                await Fetch(file, target, progress, cancellation).ConfigureAwait(false);
            }
            else if (await Matches(file, target, cancellation).ConfigureAwait(false))
            {
                progress?.Report(new(file, file.Size, "is there already"));
            }
            else
            {
                throw new DataException($"{target} is there, but its {file.Algorithm.Name} sum is not {file.Checksum}: move it away and download again.");
            }
        }
    }

    private async Task Fetch(RemoteFile file, string target, IProgress<DownloadProgress>? progress, CancellationToken cancellation)
    {
        var part = target + ".part";
        var wait = Wait;
        for (var attempt = 1; ; attempt++)
        {
            string cause;
            try
            {
                await Append(file, part, progress, cancellation).ConfigureAwait(false);
                if (await Matches(file, part, cancellation).ConfigureAwait(false))
                {
                    File.Move(part, target, overwrite: true);
                    return;
                }

                // What is wrong cannot be told from what is right: from the beginning.
                File.Delete(part);
                cause = $"its {file.Algorithm.Name} sum is not {file.Checksum}";
            }
            catch (Exception exception) when (IsPassing(exception, cancellation))
            {
                cause = exception.Message;
            }
            catch (HttpRequestException exception)
            {
                throw new DataException($"{file.Address} cannot be downloaded: {exception.Message} Get {file.Name} elsewhere and put it into {Path.GetDirectoryName(target)}.", exception);
            }

            if (attempt >= Attempts)
            {
                throw new DataException($"{file.Address} could not be downloaded in {attempt} attempts: {cause}. Try again later, or get {file.Name} elsewhere and put it into {Path.GetDirectoryName(target)}.");
            }

            progress?.Report(new(file, File.Exists(part) ? new FileInfo(part).Length : 0, $"{cause}; trying again"));
            await Task.Delay(wait, cancellation).ConfigureAwait(false);
            wait *= 2;
        }
    }

    private async Task Append(RemoteFile file, string part, IProgress<DownloadProgress>? progress, CancellationToken cancellation)
    {
        var there = File.Exists(part) ? new FileInfo(part).Length : 0;
        if (there >= file.Size)
        {
            // Complete, or too long: the check sum tells.
            return;
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, file.Address);
        request.Headers.Range = there > 0 ? new RangeHeaderValue(there, null) : null;
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable)
        {
            File.Delete(part);
            throw new IOException("the server has less of it than is here");
        }

        response.EnsureSuccessStatusCode();
        var goesOn = response.StatusCode == HttpStatusCode.PartialContent && response.Content.Headers.ContentRange?.From == there;
        var input = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        await using var closing = input.ConfigureAwait(false);
        var output = new FileStream(part, goesOn ? FileMode.Append : FileMode.Create, FileAccess.Write);
        await using var written = output.ConfigureAwait(false);
        await Copy(file, input, output, progress, cancellation).ConfigureAwait(false);
    }

    private async Task Copy(RemoteFile file, Stream input, FileStream output, IProgress<DownloadProgress>? progress, CancellationToken cancellation)
    {
        var buffer = new byte[1 << 16];
        while (true)
        {
            using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            silence.CancelAfter(Silence);
            var count = await input.ReadAsync(buffer, silence.Token).ConfigureAwait(false);
            if (count == 0)
            {
                break;
            }

            if (output.Length + count > file.Size)
            {
                throw new IOException($"the server sends more than the {file.Size} bytes of the file");
            }

            await output.WriteAsync(buffer.AsMemory(0, count), cancellation).ConfigureAwait(false);
            progress?.Report(new(file, output.Length));
        }

        if (output.Length < file.Size)
        {
            throw new IOException($"the connection ended after {output.Length} of {file.Size} bytes");
        }
    }

    private static async Task<bool> Matches(RemoteFile file, string path, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(file.Algorithm);
        var input = File.OpenRead(path);
        await using var closing = input.ConfigureAwait(false);
        var buffer = new byte[1 << 16];
        for (int count; (count = await input.ReadAsync(buffer, cancellation).ConfigureAwait(false)) > 0;)
        {
            hash.AppendData(buffer, 0, count);
        }

        return Convert.ToHexString(hash.GetHashAndReset()).Equals(file.Checksum, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether another attempt may help: lost connections, silence, an overloaded server.</summary>
    private static bool IsPassing(Exception exception, CancellationToken cancellation) => exception switch
    {
        HttpRequestException { StatusCode: { } status } => (int)status is 408 or 429 or >= 500,
        OperationCanceledException => !cancellation.IsCancellationRequested,
        _ => exception is HttpRequestException or IOException,
    };
}
