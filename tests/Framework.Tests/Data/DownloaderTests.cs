using System.Net;
using System.Security.Cryptography;
using Espalier.Data;

namespace Espalier.Framework.Tests.Data;

public sealed class DownloaderTests : IDisposable
{
    private readonly byte[] content = [.. Enumerable.Range(0, 100_000).Select(static i => (byte)(i * i))];
    private readonly string folder = Directory.CreateTempSubdirectory("espalier-").FullName;
    private readonly HttpListener server = new();
    private readonly List<string?> ranges = [];
    private readonly HttpClient client = new();
    private readonly Uri address;

    public DownloaderTests()
    {
        for (var port = 20_000 + (Environment.ProcessId % 20_000); ; port++)
        {
            try
            {
                address = new Uri($"http://127.0.0.1:{port}/file.bin");
                server.Prefixes.Clear();
                server.Prefixes.Add($"http://127.0.0.1:{port}/");
                server.Start();
                return;
            }
            catch (HttpListenerException)
            {
                // Taken: the next one.
            }
        }
    }

    private string Target => Path.Combine(folder, "file.bin");

    [Fact]
    public async Task Download_NewFile_ArrivesWhole()
    {
        Serve((_, response) => Send(response, content));
        await Download();
        Assert.Equal(content, await File.ReadAllBytesAsync(Target));
        Assert.False(File.Exists(Target + ".part"));
    }

    [Fact]
    public async Task Download_PartThere_GoesOn()
    {
        await File.WriteAllBytesAsync(Target + ".part", content[..30_000]);
        Serve(SendRange);
        await Download();
        Assert.Equal(content, await File.ReadAllBytesAsync(Target));
        Assert.Equal(["bytes=30000-"], ranges);
    }

    [Fact]
    public async Task Download_ServerWithoutRanges_BeginsAgain()
    {
        await File.WriteAllBytesAsync(Target + ".part", content[..30_000]);
        Serve((_, response) => Send(response, content));
        await Download();
        Assert.Equal(content, await File.ReadAllBytesAsync(Target));
    }

    [Fact]
    public async Task Download_WrongPart_IsThrownAway()
    {
        await File.WriteAllBytesAsync(Target + ".part", new byte[30_000]);
        Serve(SendRange);
        await Download();
        Assert.Equal(content, await File.ReadAllBytesAsync(Target));
        Assert.Equal(["bytes=30000-", null], ranges);
    }

    [Fact]
    public async Task Download_ConnectionEndsEarly_GoesOnWhereItEnded()
    {
        Serve((request, response) =>
        {
            if (ranges.Count == 1)
            {
                // The headers promise all of it.
                response.ContentLength64 = content.Length;
                Send(response, content[..40_000]);
                response.Abort();
                return;
            }

            SendRange(request, response);
        });
        await Download();
        Assert.Equal(content, await File.ReadAllBytesAsync(Target));
        Assert.Equal([null, "bytes=40000-"], ranges);
        Assert.Equal([Target], Directory.GetFiles(folder));
    }

    [Fact]
    public async Task Download_ServerSendsLessAndSaysSo_GivesUpAndKeepsThePart()
    {
        Serve((_, response) => Send(response, content[..40_000]));
        var error = await Assert.ThrowsAsync<DataException>(Download);
        Assert.Contains("40000 of 100000 bytes", error.Message, StringComparison.Ordinal);
        Assert.Equal([Target + ".part"], Directory.GetFiles(folder));
        Assert.Equal(content[..40_000], await File.ReadAllBytesAsync(Target + ".part"));
    }

    [Fact]
    public async Task Download_BusyServer_IsAskedAgain()
    {
        Serve((_, response) =>
        {
            if (ranges.Count < 3)
            {
                response.StatusCode = 503;
                return;
            }

            Send(response, content);
        });
        await Download();
        Assert.Equal(3, ranges.Count);
    }

    [Fact]
    public async Task Download_NotThere_IsAnErrorAtOnce()
    {
        Serve((_, response) => response.StatusCode = 404);
        var error = await Assert.ThrowsAsync<DataException>(Download);
        Assert.Contains(address.ToString(), error.Message, StringComparison.Ordinal);
        Assert.Contains("404", error.Message, StringComparison.Ordinal);
        Assert.Single(ranges);
    }

    [Fact]
    public async Task Download_AnotherFile_IsNeverTaken()
    {
        Serve((_, response) => Send(response, new byte[100_000]));
        var error = await Assert.ThrowsAsync<DataException>(Download);
        Assert.Contains("MD5", error.Message, StringComparison.Ordinal);
        Assert.Equal(3, ranges.Count);
        Assert.Empty(Directory.GetFiles(folder));
    }

    [Fact]
    public async Task Download_FileThere_IsCheckedAndKept()
    {
        await File.WriteAllBytesAsync(Target, content);
        await Download();
        await File.WriteAllBytesAsync(Target, [1]);
        Assert.Contains("move it away", (await Assert.ThrowsAsync<DataException>(Download)).Message, StringComparison.Ordinal);
        Assert.Equal([1], await File.ReadAllBytesAsync(Target));
    }

    public void Dispose()
    {
        client.Dispose();
        server.Close();
        Directory.Delete(folder, recursive: true);
    }

    private Task Download() => new Downloader(client) { Attempts = 3, Wait = TimeSpan.FromMilliseconds(1) }.DownloadAsync(
        [new RemoteFile("file.bin", address, content.Length, HashAlgorithmName.MD5, Convert.ToHexString(Hash()))], folder);

    private byte[] Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        hash.AppendData(content);
        return hash.GetHashAndReset();
    }

    private void Serve(Action<HttpListenerRequest, HttpListenerResponse> answer) => _ = Task.Run(async () =>
    {
        while (server.IsListening)
        {
            var context = await server.GetContextAsync();
            ranges.Add(context.Request.Headers["Range"]);
            answer(context.Request, context.Response);
            context.Response.Close();
        }
    });

    private void SendRange(HttpListenerRequest request, HttpListenerResponse response)
    {
        var from = request.Headers["Range"] is { } range ? int.Parse(range.Split('=', '-')[1], System.Globalization.CultureInfo.InvariantCulture) : 0;
        response.StatusCode = from > 0 ? 206 : 200;
        if (from > 0)
        {
            response.AddHeader("Content-Range", $"bytes {from}-{content.Length - 1}/{content.Length}");
        }

        Send(response, content[from..]);
    }

    private static void Send(HttpListenerResponse response, byte[] bytes) => response.OutputStream.Write(bytes);
}
