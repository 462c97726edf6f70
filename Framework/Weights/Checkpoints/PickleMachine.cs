using System.Numerics;

namespace Espalier.Weights.Checkpoints;

/// <summary>
/// Reads one pickle (protocols 0 to 5) into plain values: <see cref="PickleNone"/>, bool, long, <see cref="BigInteger"/>, double,
/// <see cref="Complex"/>, string, byte[], tuples as object[], lists and sets as List, <see cref="PickleDictionary"/>,
/// <see cref="CheckpointTensor"/>. Whatever would run code is refused by its name.
/// </summary>
internal sealed partial class PickleMachine
{
    private const int MostOperations = 8_000_000;
    private const int MostMarks = 1000;

    private readonly PickleBytes bytes;
    private readonly StorageTable? storages;
    private readonly PickleCalls calls;
    private readonly MappedFile file;
    private readonly List<object> stack = [];
    private readonly List<object> memo = [];
    private int marks;
    private long place;

    /// <param name="file">The file.</param>
    /// <param name="start">Where the pickle starts.</param>
    /// <param name="end">What it may not reach beyond.</param>
    /// <param name="storages">Takes the storages that it names; null if it may name none.</param>
    public PickleMachine(MappedFile file, long start, long end, StorageTable? storages)
    {
        (this.file, this.storages) = (file, storages);
        bytes = new PickleBytes(file, start, end);
        calls = new PickleCalls(file);
    }

    /// <summary>Where reading stopped: after the pickle.</summary>
    public long Position => bytes.Position;

    /// <summary>How many operations the pickle had: a measure of its size.</summary>
    public int Operations { get; private set; }

    /// <summary>Reads the pickle.</summary>
    /// <exception cref="WeightFileException">It is damaged, too deep, or would run code.</exception>
    public object Read()
    {
        while (true)
        {
            place = bytes.Position;
            var operation = (PickleOperation)bytes.Byte();
            if (operation == PickleOperation.Stop)
            {
                return Pop();
            }

            if (++Operations > MostOperations)
            {
                throw Error($"A pickle of more than {MostOperations} operations is not read.", "Save the weights alone.");
            }

            Do(operation);
        }
    }

    private void Push(object value)
    {
        if (value is PickleMark && ++marks > MostMarks)
        {
            throw Error($"The values are nested more than {MostMarks} deep.", "Save the weights alone.");
        }

        stack.Add(value);
    }

    private object Pop()
    {
        var value = Top();
        stack.RemoveAt(stack.Count - 1);
        return value;
    }

    private object Top() => stack is [.., not PickleMark and var top] ? top : throw Error("A value is used that is not there.", MappedFile.Damaged);

    private T Pop<T>(string expected)
        where T : notnull => Pop() is T value ? value : throw Error($"A {expected} should be here.", MappedFile.Damaged);

    private T Top<T>(string expected)
        where T : notnull => Top() is T value ? value : throw Error($"A {expected} should be here.", MappedFile.Damaged);

    /// <summary>Takes the values after the last mark, and the mark.</summary>
    private List<object> PopRun()
    {
        var start = marks == 0 ? -1 : stack.LastIndexOf(PickleMark.Value);
        if (start < 0)
        {
            throw Error("A run of values ends that never began.", MappedFile.Damaged);
        }

        var run = stack.GetRange(start + 1, stack.Count - start - 1);
        stack.RemoveRange(start, stack.Count - start);
        marks--;
        return run;
    }

    private object[] PopTuple(int count)
    {
        var tuple = new object[count];
        for (var i = count - 1; i >= 0; i--)
        {
            tuple[i] = Pop();
        }

        return tuple;
    }

    private static void Put(PickleDictionary target, List<object> run)
    {
        for (var i = 0; i + 1 < run.Count; i += 2)
        {
            target[run[i]] = run[i + 1];
        }
    }

    private void Memorize(long index)
    {
        // Picklers count up; a memo with holes would let a small file ask for much memory.
        if (index < 0 || index > memo.Count)
        {
            throw Error($"Memo {index} follows memo {memo.Count - 1}.", MappedFile.Damaged);
        }

        if (index == memo.Count)
        {
            memo.Add(Top());
        }
        else
        {
            memo[(int)index] = Top();
        }
    }

    private void Recall(long index) => Push(index >= 0 && index < memo.Count
        ? memo[(int)index]
        : throw Error($"Memo {index} was never stored.", MappedFile.Damaged));

    private void Global(string module, string name)
    {
        if (PickleGlobals.Find(module, name) is { } known)
        {
            Push(known);
            return;
        }

        var (cause, wayOut) = PickleGlobals.Refusal(module, name);
        throw Error(cause, wayOut);
    }

    private void Call()
    {
        var arguments = Pop<object[]>("tuple of arguments");
        Push(calls.Call(Pop<PickleFunction>("function that may be called"), arguments, place));
    }

    /// <summary>Attributes set on an object: dictionaries of <c>state_dict()</c> carry some (<c>_metadata</c>), which say nothing about tensors.</summary>
    private void Build()
    {
        _ = Pop<PickleDictionary>("dictionary of attributes");
        _ = Top<PickleDictionary>("OrderedDict");
    }

    private WeightFileException Error(string cause, string wayOut) => file.Error(place, cause, wayOut);

    private WeightFileException Refuse(string what) => Error(
        $"The file would {what}; only tensors and plain containers are read, and no code in a file is run.",
        "Save the weights alone, as torch.save(model.state_dict(), path), and do not load this file elsewhere unless you trust its source.");
}
