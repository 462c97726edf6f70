namespace Espalier.Fuzzers;

/// <summary>A reader that is to survive any input.</summary>
internal interface IFuzzTarget
{
    /// <summary>Its name on the command line.</summary>
    string Name { get; }

    /// <summary>Good inputs, from which the others are made. Each must be read without an error.</summary>
    IReadOnlyList<byte[]> Seeds { get; }

    /// <summary>Pieces that the format is made of, put in here and there; may be empty.</summary>
    IReadOnlyList<byte[]> Words { get; }

    /// <summary>The one exception that the reader may throw.</summary>
    Type Refusal { get; }

    /// <summary>Reads an input to its end.</summary>
    /// <param name="input">The input.</param>
    /// <param name="folder">An empty folder for readers that need a file; what is left in it is overwritten by the next input.</param>
    void Read(byte[] input, string folder);
}
