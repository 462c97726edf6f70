namespace Espalier.Plugins.Data.Xz;

/// <summary>LZMA (specification by Igor Pavlov, public domain): literals, matches and repeated matches, on top of what is unpacked already.</summary>
internal sealed class LzmaDecoder
{
    private const int States = 12;
    private const int PositionStates = 16;
    private readonly ushort[] isMatch = new ushort[States * PositionStates];
    private readonly ushort[] isRepeat = new ushort[States];
    private readonly ushort[] isRepeat0 = new ushort[States];
    private readonly ushort[] isRepeat1 = new ushort[States];
    private readonly ushort[] isRepeat2 = new ushort[States];
    private readonly ushort[] isLongRepeat0 = new ushort[States * PositionStates];
    private readonly ushort[] slots = new ushort[4 * 64];
    private readonly ushort[] special = new ushort[1 + 128 - 14];
    private readonly ushort[] align = new ushort[16];
    private readonly LzmaLengths matchLengths = new();
    private readonly LzmaLengths repeatLengths = new();
    private readonly uint[] repeats = new uint[4];
    private ushort[] literals = [];
    private int literalContext;
    private int literalPosition;
    private int position;
    private int state;

    /// <summary>Takes over the byte that holds lc, lp and pb, and forgets everything learnt.</summary>
    /// <exception cref="XzException">The byte is not one that LZMA2 allows.</exception>
    public void SetProperties(byte properties)
    {
        if (properties >= 9 * 5 * 5)
        {
            throw new XzException($"LZMA's properties are {properties}, which is above 224");
        }

        literalContext = properties % 9;
        literalPosition = properties / 9 % 5;
        position = properties / 45;
        if (literalContext + literalPosition > 4)
        {
            throw new XzException("LZMA's lc and lp add up to more than 4");
        }

        literals = new ushort[0x300 << (literalContext + literalPosition)];
        ResetState();
    }

    /// <summary>Forgets everything learnt.</summary>
    public void ResetState()
    {
        ushort[][] all = [isMatch, isRepeat, isRepeat0, isRepeat1, isRepeat2, isLongRepeat0, slots, special, align, literals];
        foreach (var probabilities in all)
        {
            probabilities.AsSpan().Fill(RangeDecoder.Even);
        }

        matchLengths.Reset();
        repeatLengths.Reset();
        repeats.AsSpan().Clear();
        state = 0;
    }

    /// <summary>Unpacks one chunk.</summary>
    /// <param name="input">Its data.</param>
    /// <param name="output">Where the bytes go; room is there.</param>
    /// <param name="start">Where matches may reach back to.</param>
    /// <param name="count">How many bytes it gives.</param>
    /// <exception cref="XzException">The data are damaged.</exception>
    public void Unpack(ReadOnlySpan<byte> input, Output output, int start, int count)
    {
        var decoder = new RangeDecoder(input);
        var bytes = output.Bytes;
        var (at, end) = (output.Length, output.Length + count);
        var mask = (1 << position) - 1;
        while (at < end)
        {
            var positionState = (at - start) & mask;
            if (decoder.Bit(ref isMatch[(state * PositionStates) + positionState]) == 0)
            {
                Literal(ref decoder, bytes, at++, start);
                continue;
            }

            var length = decoder.Bit(ref isRepeat[state]) == 0 ? Match(ref decoder, positionState) : Repeat(ref decoder, positionState);
            if (repeats[0] >= (uint)(at - start))
            {
                throw new XzException("a match reaches back before the beginning");
            }

            if (length > end - at)
            {
                throw new XzException("a match goes beyond the end of its chunk");
            }

            // Byte by byte where the match overlaps what it writes.
            var from = at - (int)repeats[0] - 1;
            for (var stop = at + length; at < stop;)
            {
                bytes[at++] = bytes[from++];
            }
        }

        if (!decoder.IsFinished)
        {
            throw new XzException("a chunk of LZMA data does not end where it should");
        }

        output.Length = end;
    }

    private void Literal(ref RangeDecoder decoder, byte[] bytes, int at, int start)
    {
        var before = at > start ? bytes[at - 1] : (byte)0;
        var context = (((at - start) & ((1 << literalPosition) - 1)) << literalContext) + (before >> (8 - literalContext));
        var probabilities = literals.AsSpan(0x300 * context, 0x300);
        var symbol = 1u;
        if (state >= 7)
        {
            if (repeats[0] >= (uint)(at - start))
            {
                throw new XzException("a literal refers to before the beginning");
            }

            uint matched = bytes[at - (int)repeats[0] - 1];
            while (symbol < 0x100)
            {
                var expected = (matched >> 7) & 1;
                matched <<= 1;
                var bit = decoder.Bit(ref probabilities[(int)(((1 + expected) << 8) + symbol)]);
                symbol = (symbol << 1) | bit;
                if (bit != expected)
                {
                    break;
                }
            }
        }

        bytes[at] = (byte)decoder.Rest(probabilities, symbol);
        state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
    }

    private int Match(ref RangeDecoder decoder, int positionState)
    {
        (repeats[3], repeats[2], repeats[1]) = (repeats[2], repeats[1], repeats[0]);
        var length = Length(ref decoder, matchLengths, positionState);
        state = state < 7 ? 7 : 10;
        var slot = decoder.Tree(slots.AsSpan(Math.Min(length, 3) * 64, 64), 6);
        if (slot < 4)
        {
            repeats[0] = slot;
        }
        else
        {
            var bits = (int)(slot >> 1) - 1;
            var distance = (2 | (slot & 1)) << bits;
            repeats[0] = slot < 14
                ? distance + decoder.ReverseTree(special, (int)(distance - slot), bits)
                : distance + (decoder.Direct(bits - 4) << 4) + decoder.ReverseTree(align, 0, 4);
        }

        return length + 2;
    }

    private int Repeat(ref RangeDecoder decoder, int positionState)
    {
        if (decoder.Bit(ref isRepeat0[state]) == 0)
        {
            if (decoder.Bit(ref isLongRepeat0[(state * PositionStates) + positionState]) == 0)
            {
                state = state < 7 ? 9 : 11;
                return 1;
            }
        }
        else if (decoder.Bit(ref isRepeat1[state]) == 0)
        {
            (repeats[1], repeats[0]) = (repeats[0], repeats[1]);
        }
        else if (decoder.Bit(ref isRepeat2[state]) == 0)
        {
            (repeats[2], repeats[1], repeats[0]) = (repeats[1], repeats[0], repeats[2]);
        }
        else
        {
            (repeats[3], repeats[2], repeats[1], repeats[0]) = (repeats[2], repeats[1], repeats[0], repeats[3]);
        }

        state = state < 7 ? 8 : 11;
        return Length(ref decoder, repeatLengths, positionState) + 2;
    }

    private static int Length(ref RangeDecoder decoder, LzmaLengths lengths, int positionState)
    {
        if (decoder.Bit(ref lengths.Choice[0]) == 0)
        {
            return (int)decoder.Tree(lengths.Low.AsSpan(positionState * 8, 8), 3);
        }

        return decoder.Bit(ref lengths.Choice[1]) == 0
            ? 8 + (int)decoder.Tree(lengths.Middle.AsSpan(positionState * 8, 8), 3)
            : 16 + (int)decoder.Tree(lengths.High, 8);
    }
}
