namespace Espalier.Generators.Caching;

/// <summary>128 bits that differ, as good as surely, where the texts that went in differ.</summary>
internal readonly record struct Hash(ulong A, ulong B)
{
    public static Hash Empty { get; } = new(14695981039346656037UL, 11400714819323198485UL);

    public Hash With(int number) => new(Mix(A ^ (uint)number, 1099511628211UL), Mix(B + (uint)number, 14029467366897019727UL));

    public Hash With(Hash other) => new(Mix(A ^ other.A, 1099511628211UL), Mix(B + other.B, 14029467366897019727UL));

    public Hash With(string text)
    {
        var (a, b) = (A, B);
        foreach (var letter in text)
        {
            a = Mix(a ^ letter, 1099511628211UL);
            b = Mix(b + letter, 14029467366897019727UL);
        }

        return new Hash(a, b).With(text.Length);
    }

    private static ulong Mix(ulong value, ulong factor)
    {
        value = unchecked(value * factor);
        return value ^ (value >> 29);
    }
}
