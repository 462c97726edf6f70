namespace Espalier.Plugins.Patterns.Tests;

/// <summary>The most that any choice of pieces keeps, by trying all of them. The pieces are written down by hand for each case.</summary>
internal static class BruteForce
{
    public static double Best(string name, long[] shape, double[] score)
    {
        // For each weight: the set within which equally many pieces stay, and the piece it belongs to.
        Func<long, long, long, (long Set, long Piece)> place = name switch
        {
            "channel" or "channel convolution" => (o, _, _) => (0, o),
            "unstructured" => (o, i, k) => (0, (((o * 100) + i) * 100) + k),
            "unstructured rows" => (o, i, k) => (o, (i * 100) + k),
            "2:4" or "2:4 convolution" => (o, i, k) => ((o * 10000) + (k * 100) + (i / 4), i % 4),
            "1:3" => (o, i, _) => ((o * 100) + (i / 3), i % 3),
            "block 2x2" => (o, i, _) => (0, (o / 2 * 100) + (i / 2)),
            "block 2x2 rows" => (o, i, _) => (o / 2, i / 2),
            "block 2x1 convolution" => (o, i, k) => (0, (o / 2 * 10000) + (i * 100) + k),
            "block ragged" => (o, i, _) => (0, (o / 2 * 100) + (i / 4)),
            "1x2" => (o, i, _) => (o / 2, i),
            "1x2 convolution" => (o, i, _) => (0, (o / 2 * 100) + i),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
        };
        // Of how many pieces of a set how many stay.
        var keep = name switch
        {
            "channel" => 3,
            "channel convolution" => 2,
            "unstructured" => 3,
            "unstructured rows" => 2,
            "2:4" or "2:4 convolution" => 2,
            "1:3" => 1,
            "block 2x2" => 3,
            "block 2x2 rows" => 2,
            "block 2x1 convolution" => 6,
            "block ragged" => 2,
            "1x2" => 2,
            _ => 4,
        };
        var kernel = shape.Skip(2).Aggregate(1L, (a, b) => a * b);
        return score
            .Select((value, n) => (value, Place: place(n / kernel / shape[1], n / kernel % shape[1], n % kernel)))
            .GroupBy(weight => weight.Place.Set)
            .Sum(set => Most([.. set.GroupBy(weight => weight.Place.Piece).Select(piece => piece.Sum(weight => weight.value))], keep));
    }

    private static double Most(double[] pieces, int keep) => Enumerable.Range(0, 1 << pieces.Length)
        .Where(choice => System.Numerics.BitOperations.PopCount((uint)choice) == keep)
        .Max(choice => pieces.Where((_, i) => (choice >> i & 1) == 1).Sum());
}
