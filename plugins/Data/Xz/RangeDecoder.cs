using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Espalier.Plugins.Data.Xz;

/// <summary>LZMA's binary arithmetic decoder with adaptive probabilities of 11 bits (LZMA specification by Igor Pavlov, public domain).</summary>
internal ref struct RangeDecoder
{
    /// <summary>A probability of one half.</summary>
    public const ushort Even = 1 << 10;

    private const int Bits = 11;
    private const int Adapt = 5;
    private readonly ReadOnlySpan<byte> input;
    private uint range;
    private uint code;
    private int at;

    /// <summary>Starts on the data of one chunk.</summary>
    /// <exception cref="XzException">They are too short, or do not begin as they must.</exception>
    public RangeDecoder(ReadOnlySpan<byte> input)
    {
        if (input.Length < 5 || input[0] != 0)
        {
            throw new XzException("a chunk of LZMA data does not begin with a zero byte and four more");
        }

        this.input = input;
        code = BinaryPrimitives.ReadUInt32BigEndian(input[1..]);
        range = uint.MaxValue;
        at = 5;
    }

    /// <summary>Whether everything was used, and the code ended where the encoder ends it.</summary>
    public readonly bool IsFinished => at == input.Length && code == 0;

    /// <summary>One bit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Bit(ref ushort probability)
    {
        var bound = (range >> Bits) * probability;
        uint bit;
        if (code < bound)
        {
            range = bound;
            probability += (ushort)(((1 << Bits) - probability) >> Adapt);
            bit = 0;
        }
        else
        {
            range -= bound;
            code -= bound;
            probability -= (ushort)(probability >> Adapt);
            bit = 1;
        }

        if (range < 1 << 24)
        {
            Refill();
        }

        return bit;
    }

    /// <summary>The rest of a byte, the highest bit first, along a binary tree: as <see cref="Tree"/>, with everything in registers,
    /// since most of the time goes here.</summary>
    /// <param name="probabilities">256 of them.</param>
    /// <param name="symbol">The bits so far after a leading 1.</param>
    public uint Rest(Span<ushort> probabilities, uint symbol)
    {
        var (r, c, next) = (range, code, at);
        while (symbol < 0x100)
        {
            ref var probability = ref probabilities[(int)symbol];
            uint p = probability;
            var bound = (r >> Bits) * p;
            if (c < bound)
            {
                r = bound;
                probability = (ushort)(p + (((1 << Bits) - p) >> Adapt));
                symbol <<= 1;
            }
            else
            {
                r -= bound;
                c -= bound;
                probability = (ushort)(p - (p >> Adapt));
                symbol = (symbol << 1) | 1;
            }

            if (r < 1 << 24)
            {
                if (next == input.Length)
                {
                    throw new XzException("a chunk of LZMA data ends too early");
                }

                r <<= 8;
                c = (c << 8) | input[next++];
            }
        }

        (range, code, at) = (r, c, next);
        return symbol;
    }

    /// <summary>Some bits, the highest first, along a binary tree.</summary>
    public uint Tree(Span<ushort> probabilities, int bits)
    {
        var node = 1u;
        for (var i = 0; i < bits; i++)
        {
            node = (node << 1) | Bit(ref probabilities[(int)node]);
        }

        return node - (1u << bits);
    }

    /// <summary>Some bits, the lowest first, along a binary tree whose nodes begin at an offset.</summary>
    public uint ReverseTree(Span<ushort> probabilities, int offset, int bits)
    {
        var (node, value) = (1, 0u);
        for (var i = 0; i < bits; i++)
        {
            var bit = Bit(ref probabilities[offset + node]);
            node = (node << 1) | (int)bit;
            value |= bit << i;
        }

        return value;
    }

    /// <summary>Some bits of equal probability, the highest first.</summary>
    public uint Direct(int bits)
    {
        var value = 0u;
        for (var i = 0; i < bits; i++)
        {
            range >>= 1;
            var bit = code >= range ? 1u : 0;
            code -= range & (0 - bit);
            value = (value << 1) | bit;
            if (range < 1 << 24)
            {
                Refill();
            }
        }

        return value;
    }

    private void Refill()
    {
        if (at == input.Length)
        {
            throw new XzException("a chunk of LZMA data ends too early");
        }

        range <<= 8;
        code = (code << 8) | input[at++];
    }
}
