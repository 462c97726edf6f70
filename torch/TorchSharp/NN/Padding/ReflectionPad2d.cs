namespace TorchSharp.Modules;

/// <summary>Pads the last two dimensions with the input mirrored at its edge.</summary>
public sealed class ReflectionPad2d : PadBase
{
    internal ReflectionPad2d(params long[] padding)
        : base(nameof(ReflectionPad2d), PaddingModes.Reflect, 0, padding)
    {
    }
}
