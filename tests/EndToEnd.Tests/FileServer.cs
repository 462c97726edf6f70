using System.Net;
using System.Net.Sockets;

namespace Espalier.EndToEnd.Tests;

/// <summary>A web server in this process with one file, which can go on where a download ended.</summary>
internal sealed class FileServer : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly List<string?> ranges = [];

    /// <summary>Starts to serve a file.</summary>
    /// <param name="content">The file.</param>
    public FileServer(byte[] content)
    {
        // The system knows a free port; another program may take it before the listener does, hence the attempts.
        for (var attempt = 0; !listener.IsListening; attempt++)
        {
            using (var probe = new TcpListener(IPAddress.Loopback, 0))
            {
                probe.Start();
                Address = new Uri($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/");
            }

            try
            {
                listener.Prefixes.Clear();
                listener.Prefixes.Add(Address.ToString());
                listener.Start();
            }
            catch (HttpListenerException) when (attempt < 10)
            {
                continue;
            }
        }

        Content = content;
        _ = Task.Run(Serve);
    }

    /// <summary>Where it is.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    /// <summary>The file.</summary>
    public byte[] Content { get; set; }

    /// <summary>Whether the file is there.</summary>
    public bool HasFile { get; set; } = true;

    /// <summary>After how many bytes the first answer breaks off; null: not at all.</summary>
    public int? BreaksOffAfter { get; set; }

    /// <summary>The ranges that were asked for, in order; null where all was.</summary>
    public IReadOnlyList<string?> Ranges
    {
        get
        {
            lock (ranges)
            {
                return [.. ranges];
            }
        }
    }

    public void Dispose() => listener.Close();

    private async Task Serve()
    {
        while (listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            lock (ranges)
            {
                ranges.Add(context.Request.Headers["Range"]);
            }

            Answer(context.Request.Headers["Range"], context.Response);
        }
    }

    private void Answer(string? range, HttpListenerResponse response)
    {
        if (!HasFile)
        {
            response.StatusCode = 404;
            response.Close();
            return;
        }

        var from = range is null ? 0 : int.Parse(range.Split('=', '-')[1], System.Globalization.CultureInfo.InvariantCulture);
        if (from > 0)
        {
            response.StatusCode = 206;
            response.AddHeader("Content-Range", $"bytes {from}-{Content.Length - 1}/{Content.Length}");
        }

        response.ContentLength64 = Content.Length - from;
        if (Ranges.Count == 1 && BreaksOffAfter is { } end)
        {
            response.OutputStream.Write(Content.AsSpan(from, end));
            response.Abort();
            return;
        }

        response.OutputStream.Write(Content.AsSpan(from));
        response.Close();
    }
}
