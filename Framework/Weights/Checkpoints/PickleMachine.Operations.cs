using System.Globalization;
using System.Numerics;
using System.Text;

namespace Espalier.Weights.Checkpoints;

/// <content>What each operation does.</content>
internal sealed partial class PickleMachine
{
    private const int NewestProtocol = 5;
    private const int MostDigits = 600;

    private void Do(PickleOperation operation)
    {
        if (!DoValue(operation) && !DoContainer(operation) && !DoObject(operation))
        {
            throw Error($"Byte {(byte)operation} is no operation of a pickle.", MappedFile.Damaged);
        }
    }

    private bool DoValue(PickleOperation operation)
    {
        object? value = operation switch
        {
            PickleOperation.None => PickleNone.Value,
            PickleOperation.NewTrue => true,
            PickleOperation.NewFalse => false,
            PickleOperation.BinInt => (long)(int)bytes.UInt32(),
            PickleOperation.BinInt1 => (long)bytes.Byte(),
            PickleOperation.BinInt2 => (long)bytes.UInt16(),
            PickleOperation.Int => Integer(bytes.Line()),
            PickleOperation.Long => Integer(bytes.Line().TrimEnd('L')),
            PickleOperation.Long1 => Integer(bytes.Byte()),
            PickleOperation.Long4 => Integer(bytes.UInt32()),
            PickleOperation.Float => Number(bytes.Line()),
            PickleOperation.BinFloat => bytes.BigEndianDouble(),
            PickleOperation.String => Quoted(bytes.Line()),
            PickleOperation.BinString => Encoding.Latin1.GetString(bytes.Bytes(bytes.UInt32())),
            PickleOperation.ShortBinString => Encoding.Latin1.GetString(bytes.Bytes(bytes.Byte())),
            PickleOperation.Unicode => bytes.Line(),
            PickleOperation.ShortBinUnicode => bytes.Text(bytes.Byte()),
            PickleOperation.BinUnicode => bytes.Text(bytes.UInt32()),
            PickleOperation.BinUnicode8 => bytes.Text(bytes.UInt64()),
            PickleOperation.ShortBinBytes => bytes.Bytes(bytes.Byte()),
            PickleOperation.BinBytes => bytes.Bytes(bytes.UInt32()),
            PickleOperation.BinBytes8 or PickleOperation.ByteArray8 => bytes.Bytes(bytes.UInt64()),
            PickleOperation.EmptyTuple => Array.Empty<object>(),
            PickleOperation.EmptyList or PickleOperation.EmptySet => new List<object>(),
            PickleOperation.EmptyDict => new PickleDictionary(),
            PickleOperation.Dup => Top(),
            PickleOperation.Mark => PickleMark.Value,
            _ => null,
        };
        if (value is not null)
        {
            Push(value);
        }

        return value is not null;
    }

    private bool DoContainer(PickleOperation operation)
    {
        switch (operation)
        {
            case PickleOperation.Tuple1:
                Push(PopTuple(1));
                break;
            case PickleOperation.Tuple2:
                Push(PopTuple(2));
                break;
            case PickleOperation.Tuple3:
                Push(PopTuple(3));
                break;
            case PickleOperation.Tuple:
                Push(PopRun().ToArray());
                break;
            case PickleOperation.List or PickleOperation.FrozenSet:
                Push(PopRun());
                break;
            case PickleOperation.Append:
                var item = Pop();
                Top<List<object>>("list").Add(item);
                break;
            case PickleOperation.Appends or PickleOperation.AddItems:
                var items = PopRun();
                Top<List<object>>("list").AddRange(items);
                break;
            case PickleOperation.Dict:
                var dictionary = new PickleDictionary();
                Put(dictionary, Pairs(PopRun()));
                Push(dictionary);
                break;
            case PickleOperation.SetItem:
                var pair = PopTuple(2);
                Top<PickleDictionary>("dictionary")[pair[0]] = pair[1];
                break;
            case PickleOperation.SetItems:
                var run = Pairs(PopRun());
                Put(Top<PickleDictionary>("dictionary"), run);
                break;
            default:
                return false;
        }

        return true;
    }

    private bool DoObject(PickleOperation operation)
    {
        switch (operation)
        {
            case PickleOperation.Proto:
                var protocol = bytes.Byte();
                if (protocol > NewestProtocol)
                {
                    throw Error($"Pickle protocol {protocol} is newer than {NewestProtocol}.", "Save it with an older pickle_protocol.");
                }

                break;
            case PickleOperation.Frame:
                bytes.UInt64();
                break;
            case PickleOperation.Pop when marks > 0 && stack[^1] is PickleMark:
            case PickleOperation.PopMark:
                PopRun();
                break;
            case PickleOperation.Pop:
                Pop();
                break;
            case PickleOperation.Put:
                Memorize(Index(bytes.Line()));
                break;
            case PickleOperation.BinPut:
                Memorize(bytes.Byte());
                break;
            case PickleOperation.LongBinPut:
                Memorize(bytes.UInt32());
                break;
            case PickleOperation.Memoize:
                Memorize(memo.Count);
                break;
            case PickleOperation.Get:
                Recall(Index(bytes.Line()));
                break;
            case PickleOperation.BinGet:
                Recall(bytes.Byte());
                break;
            case PickleOperation.LongBinGet:
                Recall(bytes.UInt32());
                break;
            case PickleOperation.BinPersId when storages is not null:
                Push(storages.Resolve(Pop(), place));
                break;
            case PickleOperation.Global:
                Global(bytes.Line(), bytes.Line());
                break;
            case PickleOperation.StackGlobal:
                var name = Pop<string>("name");
                Global(Pop<string>("module's name"), name);
                break;
            case PickleOperation.Reduce:
                Call();
                break;
            case PickleOperation.Build:
                Build();
                break;
            default:
                return Refused(operation);
        }

        return true;
    }

    private bool Refused(PickleOperation operation) => operation switch
    {
        PickleOperation.Inst => throw Refuse($"build an object of {Printable.Quote($"{bytes.Line()}.{bytes.Line()}")}"),
        PickleOperation.Obj or PickleOperation.NewObj or PickleOperation.NewObjEx => throw Refuse($"build an object ({operation})"),
        PickleOperation.Ext1 => throw Refuse($"call the registered extension {bytes.Byte()}"),
        PickleOperation.Ext2 => throw Refuse($"call the registered extension {bytes.UInt16()}"),
        PickleOperation.Ext4 => throw Refuse($"call the registered extension {bytes.UInt32()}"),
        PickleOperation.PersId or PickleOperation.BinPersId or PickleOperation.NextBuffer or PickleOperation.ReadOnlyBuffer =>
            throw Error($"The operation {operation} names data that is not in this file.", MappedFile.Damaged),
        _ => false,
    };

    private List<object> Pairs(List<object> run) =>
        run.Count % 2 == 0 ? run : throw Error("A dictionary's last key has no value.", MappedFile.Damaged);

    private object Integer(ulong count) => count <= MostDigits / 2
        ? Integer(new BigInteger(bytes.Bytes(count)))
        : throw Error($"A number of {count} bytes is not read.", MappedFile.Damaged);

    private object Integer(string text) => text switch
    {
        "01" => true,
        "00" => false,
        _ when text.Length <= MostDigits && BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) =>
            Integer(number),
        _ => throw Error($"{Printable.Quote(text)} is no whole number.", MappedFile.Damaged),
    };

    private static object Integer(BigInteger number) => number >= long.MinValue && number <= long.MaxValue ? (long)number : number;

    private double Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw Error($"{Printable.Quote(text)} is no number.", MappedFile.Damaged);

    private long Index(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
        ? index
        : throw Error($"{Printable.Quote(text)} is no place in the memo.", MappedFile.Damaged);

    /// <summary>A string of protocol 0; what stands after backslashes is left as it is.</summary>
    private string Quoted(string text) => text.Length >= 2 && text[0] is '\'' or '"' && text[^1] == text[0]
        ? text[1..^1]
        : throw Error($"{Printable.Quote(text)} is no string.", MappedFile.Damaged);
}
