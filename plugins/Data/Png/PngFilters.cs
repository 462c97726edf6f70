namespace Espalier.Plugins.Data.Png;

/// <summary>The five row filters of PNG (specification, section 9).</summary>
internal static class PngFilters
{
    /// <summary>Undoes the filter of a row, in place.</summary>
    /// <param name="filter">0 to 4: none, left, above, average, Paeth.</param>
    /// <param name="row">The filtered bytes.</param>
    /// <param name="above">The finished row above; zeros for the first.</param>
    /// <param name="pixel">Bytes per pixel, at least 1.</param>
    /// <exception cref="PngException">There is no such filter.</exception>
    public static void Undo(byte filter, Span<byte> row, ReadOnlySpan<byte> above, int pixel)
    {
        if (filter > 4)
        {
            throw new PngException($"there is no row filter {filter}");
        }

        for (var i = 0; i < row.Length; i++)
        {
            var (left, corner) = i < pixel ? ((byte)0, (byte)0) : (row[i - pixel], above[i - pixel]);
            row[i] += filter switch
            {
                0 => 0,
                1 => left,
                2 => above[i],
                3 => (byte)((left + above[i]) / 2),
                _ => Paeth(left, above[i], corner),
            };
        }
    }

    private static byte Paeth(int left, int above, int corner)
    {
        var (a, b, c) = (Math.Abs(above - corner), Math.Abs(left - corner), Math.Abs(left + above - corner - corner));
        return (byte)(a <= b && a <= c ? left : b <= c ? above : corner);
    }
}
