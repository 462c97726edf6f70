using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>What libtorch says of a tensor in one call (<c>et_tensor_info</c>).</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct TensorInfo
{
    public long Numel;
    public long Dimensions;
    public int Dtype;
    public int DeviceType;
    public int DeviceIndex;
    public int RequiresGrad;
    public int IsLeaf;
    public int IsContiguous;
}
