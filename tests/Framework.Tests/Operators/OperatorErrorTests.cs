using Espalier.Graphs;
using Espalier.Symbolic;
using static Espalier.Framework.Tests.Operators.Input;
using S = Espalier.Symbolic.torch;

namespace Espalier.Framework.Tests.Operators;

/// <summary>Shapes that do not fit end in a message that names the place, the operator, and the sizes.</summary>
public sealed class OperatorErrorTests
{
    private static readonly Dictionary<string, (Input[] Inputs, Func<SymbolicTensor[], SymbolicTensor> Body, string[] Words)> Cases = new()
    {
        ["broadcast"] = ([Normal(2, 3), Normal(2, 4)], x => x[0] + x[1], ["[2, 3] and [2, 4]", "3 and 4", "aten::add.Tensor"]),
        ["matmul"] = ([Normal(2, 3), Normal(4, 5)], x => x[0].matmul(x[1]), ["3 columns", "4 rows"]),
        ["bmm"] = ([Normal(2, 3, 4), Normal(3, 4, 5)], x => x[0].bmm(x[1]), ["2 and 3 matrices"]),
        ["mm"] = ([Normal(2, 3, 4), Normal(3, 4)], x => x[0].mm(x[1]), ["[2, 3, 4]", "2 dimensions"]),
        ["linear"] = ([Normal(2, 3), Normal(5, 4)], x => S.nn.functional.linear(x[0], x[1]), ["is 3", "is 4"]),
        ["einsum ranks"] = ([Normal(2, 3)], x => S.einsum("ijk->i", x[0]), ["'ijk' names 3", "[2, 3]"]),
        ["einsum sizes"] = ([Normal(2, 3), Normal(4, 5)], x => S.einsum("ij,jk->ik", x[0], x[1]), ["3 and 4 meet"]),
        ["einsum result"] = ([Normal(2, 3)], x => S.einsum("ij->ik", x[0]), ["no operand has"]),
        ["conv channels"] = ([Normal(2, 3, 8, 8), Normal(6, 4, 3, 3)], x => S.nn.functional.conv2d(x[0], x[1]), ["channels is 3", "is 4"]),
        ["conv kernel"] = ([Normal(2, 3, 2, 2), Normal(6, 3, 3, 3)], x => S.nn.functional.conv2d(x[0], x[1]), ["window of 3", "size of 2"]),
        ["conv groups"] = ([Normal(2, 4, 8, 8), Normal(5, 2, 3, 3)], x => S.nn.functional.conv2d(x[0], x[1], groups: 2), ["2 equal groups"]),
        ["pool"] = ([Normal(2, 3, 8, 8)], x => S.nn.functional.max_pool2d(x[0], 2, 2, 2), ["padding 2", "half"]),
        ["batch norm"] = ([Normal(2, 3, 4), Normal(4)], x => S.nn.functional.batch_norm(x[0], null, null, x[1], null, true), ["weight is 4", "is 3"]),
        ["group norm"] = ([Normal(2, 5)], x => S.nn.functional.group_norm(x[0], 2), ["[2, 5]", "2 equal groups"]),
        ["layer norm"] = ([Normal(2, 5)], x => S.nn.functional.layer_norm(x[0], [4]), ["[2, 5]", "[4]"]),
        ["reshape"] = ([Normal(2, 3)], x => x[0].reshape(4, -1), ["6 elements", "[4, -1]"]),
        ["unflatten"] = ([Normal(2, 6)], x => x[0].unflatten(1, 4, 2), ["[4, 2]"]),
        ["permute"] = ([Normal(2, 3)], x => x[0].permute(0, 0), ["name one twice"]),
        ["dimension"] = ([Normal(2, 3)], x => x[0].softmax(2), ["no dimension 2 among 2"]),
        ["expand"] = ([Normal(2, 3)], x => x[0].expand(2, 4), ["[2, 3]", "[2, 4]"]),
        ["cat"] = ([Normal(2, 3), Normal(3, 3)], x => S.cat([x[0], x[1]], 1), ["[2, 3] and [3, 3]", "besides dimension 1"]),
        ["stack"] = ([Normal(2, 3), Normal(2, 4)], x => S.stack([x[0], x[1]]), ["[2, 3] and [2, 4]"]),
        ["split"] = ([Normal(2, 7)], x => x[0].split([2, 4], 1)[0], ["[2, 4]", "add up to 7"]),
        ["select"] = ([Normal(2, 7)], x => x[0][2], ["no position 2", "of 2"]),
        ["narrow"] = ([Normal(2, 7)], x => x[0].narrow(1, 5, 3), ["3 positions from 5", "size of 7"]),
        ["topk"] = ([Normal(2, 7)], x => x[0].topk(8).values, ["8 elements", "of 7"]),
        ["mask as index"] = ([Normal(2, 7), Flags(2, 7)], x => x[0][x[1]], ["mask", "where"]),
        ["floating positions"] = ([Normal(2, 7), Normal(3)], x => x[0].index_select(1, x[1]), ["whole numbers", "Float32"]),
        ["pad"] = ([Normal(2, 3)], x => S.nn.functional.pad(x[0], 3, TorchSharp.PaddingModes.Reflect), ["size of 3", "reflect"]),
        ["no number"] = ([Normal(2)], x => x[0] * x[0].item<float>(), ["item()", "[Opaque]"]),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void SaysWhatDoesNotFit(string name)
    {
        var (inputs, body, words) = Cases[name];
        using var model = new TestModel((_, x) => [body(x)], x => x);
        var message = Assert.Throws<TraceException>(() => model.Graph(false, inputs)).Message;
        Assert.All(words, word => Assert.Contains(word, message, StringComparison.Ordinal));
    }
}
