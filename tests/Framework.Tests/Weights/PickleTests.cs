using System.Buffers.Binary;
using Espalier.Weights;
using TorchSharp;

namespace Espalier.Framework.Tests.Weights;

/// <summary>Pickles that want more than tensors and plain containers, or lie about sizes.</summary>
public sealed class PickleTests
{
    private const string Start = "\u0080\u0002";

    [Fact]
    public void Open_PickleByHand_GivesItsTensor()
    {
        using var folder = new TemporaryFolder();
        using var file = WeightFile.Open(folder.File("x", Samples.Legacy($"{Start}}}X\u0001\0\0\0a{Samples.Tensor()}s.")));
        using var tensor = file.Read("a");

        Assert.Equal([1f, 2f, 3f, 4f], tensor.data<float>().ToArray());
    }

    [Theory]
    [InlineData("cos\nsystem\n(X\u0002\0\0\0lstR.", "'os.system'")]
    [InlineData("cposix\nsystem\nX\u0002\0\0\0ls\u0085R.", "'posix.system'")]
    [InlineData("c__builtin__\neval\nX\u0001\0\0\01\u0085R.", "'__builtin__.eval'")]
    [InlineData("\u008C\u0002os\u008C\u0006system\u0093.", "'os.system'")]
    [InlineData("(ios\nsystem\n.", "'os.system'")]
    [InlineData("ctorch._utils\n_rebuild_tensor_v2\n)\u0081.", "build an object")]
    [InlineData("(ccollections\nOrderedDict\no.", "build an object")]
    [InlineData("\u0082\u0001.", "extension 1")]
    [InlineData("\u0083\u0001\0.", "extension 1")]
    [InlineData("\u0084\u0001\0\0\0.", "extension 1")]
    [InlineData("}}b0}K\u0001b.", "dictionary of attributes")]
    [InlineData("ctorch\nload\n.", "'torch.load'")]
    [InlineData("ctorch.storage\n_load_from_bytes\nC\u0001x\u0085R.", "'torch.storage._load_from_bytes'")]
    [InlineData("cnumpy.core.multiarray\nscalar\n.", "'numpy.core.multiarray.scalar'")]
    [InlineData("ctorch\nQInt8Storage\n.", "QInt8Storage")]
    [InlineData("cmodule\nname\u001B[31m\n.", "'module.name?[31m'")]
    [InlineData("Pname\n.", "PersId")]
    [InlineData("\u0097.", "NextBuffer")]
    public void Open_AsksForCode_IsRefusedByName(string pickle, string name)
    {
        var error = Samples.Error(Samples.Legacy(Start + pickle));

        Assert.Contains(name, error.Message, StringComparison.Ordinal);
        Assert.StartsWith("byte ", error.Place, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("K\u0001", "K\u0004\u0085", "K\u0001\u0085", "K\u0004", "reaches beyond")]
    [InlineData("K\0", "K\u0004\u0085", "K\u0002\u0085", "K\u0004", "reaches beyond")]
    [InlineData("J\u00FF\u00FF\u00FF\u00FF", "K\u0004\u0085", "K\u0001\u0085", "K\u0004", "reaches beyond")]
    [InlineData("K\0", "K\u0004\u0085", "J\u00FF\u00FF\u00FF\u00FF\u0085", "K\u0004", "No tensor has such")]
    [InlineData("K\0", "K\u0004\u0085", "K\u0001K\u0001\u0086", "K\u0004", "No tensor has such")]
    [InlineData("K\0", "J\u00FF\u00FF\u00FF\u00FF\u0085", "K\u0001\u0085", "K\u0004", "No tensor has such")]
    [InlineData("K\0", "J\u00FF\u00FF\u00FF\u007F\u0085", "K\0\u0085", "K\u0004", "larger than the file")]
    [InlineData("K\0", "\u008A\u0008\u00FF\u00FF\u00FF\u00FF\u00FF\u00FF\u00FF\u007F\u0085", "K\0\u0085", "K\u0004", "No tensor has such")]
    [InlineData("K\0", "K\u0004\u0085", "K\u0001\u0085", "J\u00FF\u00FF\u00FF\u007F", "no storage that the file could hold")]
    [InlineData("K\0", "K\u0004\u0085", "K\u0001\u0085", "K\u0005", "should have 5 elements")]
    public void Open_TensorOutsideItsStorage_IsRefused(string offset, string shape, string strides, string elements, string cause)
    {
        var error = Samples.Error(Samples.Legacy($"{Start}}}X\u0001\0\0\0a{Samples.Tensor(offset, shape, strides, elements)}s."));

        Assert.Contains(cause, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("X\u00FF\u00FF\u00FF\u007Fa.", "more bytes are needed")]
    [InlineData("\u008E\u00FF\u00FF\u00FF\u00FF\u00FF\u00FF\u00FF\u00FFa.", "more bytes are needed")]
    [InlineData("\u008B\u00FF\u00FF\u00FF\u007Fa.", "is not read")]
    [InlineData("Nr\u00FF\u00FF\u00FF\u007F.", "Memo 2147483647")]
    [InlineData("h\u0001.", "never stored")]
    [InlineData("0.", "not there")]
    [InlineData(".", "not there")]
    [InlineData("t.", "never began")]
    [InlineData("(K\u0001d.", "no value")]
    [InlineData("NNa.", "list should be here")]
    [InlineData("\u00FF.", "no operation")]
    [InlineData("\u0080\u0009N.", "protocol 9")]
    [InlineData("K\u0001K\u0002\u0086.", "no tensor")]
    public void Open_BrokenPickle_SaysWhatIsWrong(string pickle, string cause) =>
        Assert.Contains(cause, Samples.Error(Samples.Legacy(Start + pickle)).Message, StringComparison.Ordinal);

    [Fact]
    public void Open_ListInItself_IsRefused() =>
        Assert.Contains("nested more than", Samples.Error(Samples.Legacy($"{Start}{Samples.Tensor()}0]q\0h\0a.")).Message, StringComparison.Ordinal);

    [Fact]
    public void Open_MarksWithoutEnd_IsRefused() =>
        Assert.Contains("nested more than", Samples.Error(Samples.Legacy(Start + new string('(', 5000) + ".")).Message, StringComparison.Ordinal);

    [Fact]
    public void Open_DoublingTuples_IsRefusedSoon()
    {
        // Each tuple holds the one before twice: 2^40 values from 80 bytes.
        var pickle = Start + Samples.Tensor() + "0]" + string.Concat(Enumerable.Repeat("2\u0086", 40)) + ".";

        Assert.Contains("repeated far beyond", Samples.Error(Samples.Legacy(pickle)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_BigEndian_IsRefused()
    {
        var file = Samples.Legacy($"{Start}}}.");
        file[Array.IndexOf(file, (byte)0x88)] = 0x89;

        Assert.Contains("little-endian", Samples.Error(file).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_PlainPickle_SaysThatItIsNoCheckpoint() =>
        Assert.Contains("no PyTorch checkpoint", Samples.Error([0x80, 2, (byte)'}', (byte)'.']).Message, StringComparison.Ordinal);

    [Fact]
    public void Open_CompressedZip_IsRefused()
    {
        var file = Samples.Bytes("small.pt");
        var directory = file.AsSpan().IndexOf((ReadOnlySpan<byte>)[(byte)'P', (byte)'K', 1, 2]);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(directory + 10), 8);

        Assert.Contains("compressed", Samples.Error(file).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_OtherZip_IsRefused() =>
        Assert.Contains("no data.pkl", Samples.Error([(byte)'P', (byte)'K', 3, 4, .. new byte[40], (byte)'P', (byte)'K', 5, 6, .. new byte[18]]).Message, StringComparison.Ordinal);
}
