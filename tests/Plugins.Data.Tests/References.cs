namespace Espalier.Plugins.Data.Tests;

/// <summary>Files that Reference/make.py wrote, and what they hold.</summary>
internal static class References
{
    public static string Path(string name) => System.IO.Path.Combine(AppContext.BaseDirectory, "Reference", name);

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path(name));

    /// <summary>The stored sample of make.py's pictures.</summary>
    public static int Sample(int x, int y, int c, int depth) => (int)(((x * 37L) + (y * 59) + (c * 101) + (x * y * 3)) * 257 % (1 << depth));

    /// <summary>make.py's words.</summary>
    public static byte[] Words(int count)
    {
        var (state, bytes) = (12345L, new List<byte>());
        while (bytes.Count < count)
        {
            state = ((state * 1103515245) + 12345) % (1L << 31);
            var number = (int)(state >> 16);
            if (number % 7 == 0)
            {
                bytes.AddRange([(byte)(number >> 3), (byte)(number * 2 >> 3), (byte)(number * 3 >> 3)]);
                continue;
            }

            for (var i = 0; i < number % 5; i++)
            {
                bytes.AddRange("prune"u8);
            }

            bytes.Add((byte)(97 + (number % 26)));
        }

        return [.. bytes.Take(count)];
    }

    /// <summary>make.py's noise.</summary>
    public static byte[] Noise(int count)
    {
        var (state, bytes) = (1UL, new List<byte>());
        while (bytes.Count < count)
        {
            state = (state * 6364136223846793005) + 1442695040888963407;
            bytes.AddRange(BitConverter.GetBytes((uint)(state >> 32)));
        }

        return [.. bytes.Take(count)];
    }
}
