namespace Espalier.Weights.Checkpoints;

/// <summary>A Python dictionary: its keys in the order in which they came; a later value replaces an earlier one.</summary>
internal sealed class PickleDictionary() : OrderedDictionary<object, object>(RandomizedEquality.Instance)
{
    /// <summary>Hashes that nobody can foresee: keys that all fall into one bucket would make a small file take hours.</summary>
    private sealed class RandomizedEquality : IEqualityComparer<object>
    {
        public static readonly RandomizedEquality Instance = new();

        public new bool Equals(object? x, object? y) => object.Equals(x, y);

        public int GetHashCode(object value) => value switch
        {
            long number => HashCode.Combine((int)number, (int)(number >> 32)),
            double number => GetHashCode(BitConverter.DoubleToInt64Bits(number)),
            _ => value.GetHashCode(),
        };
    }
}
