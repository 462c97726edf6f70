using System.Numerics;
using System.Text;
using static TorchSharp.torch;

namespace Espalier.Weights.Checkpoints;

/// <summary>The few calls that a pickle may make, done here: nothing of Python, and nothing of the file, is run.</summary>
internal sealed class PickleCalls(MappedFile file)
{
    private const int MostDimensions = 64;

    // What calls may copy in all: a value can be recalled for one byte, and copied each time.
    private long budget = 65_536 + (2 * file.Length);

    /// <summary>What the function makes of the arguments.</summary>
    /// <exception cref="WeightFileException">They are not what it takes.</exception>
    public object Call(PickleFunction function, object[] arguments, long place) => (function, arguments) switch
    {
        (PickleFunction.OrderedDictionary, []) => new PickleDictionary(),
        (PickleFunction.OrderedDictionary, [List<object> pairs]) => Dictionary(pairs, place),
        (PickleFunction.Set, []) => new List<object>(),
        (PickleFunction.Set, [List<object> items]) => items,
        (PickleFunction.Bytes, []) => Array.Empty<byte>(),
        (PickleFunction.Bytes, [byte[] bytes]) => bytes,
        (PickleFunction.Bytes or PickleFunction.Encode, [string text, "latin1" or "latin-1"]) => Latin1(text, place),
        (PickleFunction.Complex, [double real, double imaginary]) => new Complex(real, imaginary),
        (PickleFunction.Size, [object[] sizes]) => sizes,
        (PickleFunction.Tensor, [StorageView storage, long first, object[] shape, object[] strides]) => Tensor(storage, first, shape, strides, place),
        (PickleFunction.TensorV2, [StorageView storage, long first, object[] shape, object[] strides, bool, _]) => Tensor(storage, first, shape, strides, place),
        (PickleFunction.TensorV2, [StorageView storage, long first, object[] shape, object[] strides, bool, _, _]) => Tensor(storage, first, shape, strides, place),
        (PickleFunction.Parameter, [CheckpointTensor tensor, bool, _]) => tensor,
        _ => throw file.Error(place, $"{function} is called with {arguments.Length} arguments that it does not take.", MappedFile.Damaged),
    };

    private PickleDictionary Dictionary(List<object> pairs, long place)
    {
        Spend(pairs.Count, place);
        var result = new PickleDictionary();
        foreach (var pair in pairs)
        {
            var (key, value) = pair switch
            {
                List<object> and [var first, var second] => (first, second),
                object[] and [var first, var second] => (first, second),
                _ => throw file.Error(place, "An OrderedDict is made of something other than pairs.", MappedFile.Damaged),
            };
            result[key] = value;
        }

        return result;
    }

    private byte[] Latin1(string text, long place)
    {
        Spend(text.Length, place);
        return text.All(character => character < 256)
            ? Encoding.Latin1.GetBytes(text)
            : throw file.Error(place, "These bytes are more than 255.", MappedFile.Damaged);
    }

    private void Spend(int items, long place)
    {
        if ((budget -= items) < 0)
        {
            throw file.Error(place, "The calls in this pickle make far more than the file holds.", MappedFile.Damaged);
        }
    }

    private CheckpointTensor Tensor(StorageView view, long first, object[] sizes, object[] steps, long place)
    {
        Spend(sizes.Length, place);
        if (Numbers(sizes) is not { } shape || Numbers(steps) is not { } strides || shape.Length != strides.Length ||
            TensorShape.Elements(shape) is not { } elements || TensorShape.Reach(shape, strides) is not { } reach)
        {
            throw file.Error(place, "No tensor has such sizes and strides.", MappedFile.Damaged);
        }

        if (first < 0 || reach > view.Elements || first > view.Elements - reach)
        {
            throw file.Error(
                place,
                $"A tensor of shape {TensorShape.Text(shape)} starting at element {first} reaches beyond its storage of {view.Elements}.",
                MappedFile.Damaged);
        }

        return elements <= file.Length / TensorData.Size(view.Storage.Type)
            ? new CheckpointTensor(view.Storage, view.First + first, shape, strides)
            : throw file.Error(
                place,
                $"A tensor of shape {TensorShape.Text(shape)} repeats few elements until it is larger than the file.",
                "Save it as tensor.clone(), or before it is expanded.");
    }

    private static long[]? Numbers(object[] values) =>
        values.Length <= MostDimensions && Array.TrueForAll(values, value => value is long) ? [.. values.Cast<long>()] : null;
}
