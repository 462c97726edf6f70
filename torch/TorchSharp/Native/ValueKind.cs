namespace TorchSharp.Native;

/// <summary>What a <see cref="Value"/> holds: the numbers of <c>et_kind</c> in <c>espalier_torch.h</c>.</summary>
internal enum ValueKind
{
    Default = 0,
    None = 1,
    Tensor = 2,
    TensorList = 3,
    Int = 4,
    IntList = 5,
    Float = 6,
    FloatList = 7,
    Bool = 8,
    BoolList = 9,
    String = 10,
    Device = 11,
    Generator = 12,
}
