namespace Espalier.Plugins.Data.Xz;

/// <summary>Unpacked bytes: grows with the data, never beyond a limit.</summary>
/// <param name="limit">The most bytes there may be.</param>
internal sealed class Output(int limit)
{
    private byte[] bytes = new byte[Math.Min(limit, 1 << 16)];

    /// <summary>The bytes there is room for.</summary>
    public byte[] Bytes => bytes;

    /// <summary>How many are used.</summary>
    public int Length { get; set; }

    /// <summary>Makes room for more.</summary>
    /// <exception cref="XzException">The limit is passed.</exception>
    public void Reserve(int count)
    {
        if (count > limit - Length)
        {
            throw new XzException($"it unpacks to more than the {limit} bytes that are expected");
        }

        if (Length + count > bytes.Length)
        {
            Array.Resize(ref bytes, (int)Math.Min(limit, Math.Max((long)bytes.Length * 2, Length + count)));
        }
    }

    /// <summary>Adds bytes as they are.</summary>
    public void Add(ReadOnlySpan<byte> data)
    {
        Reserve(data.Length);
        data.CopyTo(bytes.AsSpan(Length));
        Length += data.Length;
    }
}
