using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Pads the last dimension with one value, all sides by the same.</summary>
        public static ConstantPad1d ConstantPad1d(long padding, double value) => new(value, padding, padding);

        /// <summary>Pads the last dimension with one value: left, right.</summary>
        public static ConstantPad1d ConstantPad1d((long, long) padding, double value) => new(value, padding.Item1, padding.Item2);

        /// <summary>Pads the last two dimensions with one value, all sides by the same.</summary>
        public static ConstantPad2d ConstantPad2d(long padding, double value) => new(value, padding, padding, padding, padding);

        /// <summary>Pads the last two dimensions with one value: left, right, top, bottom.</summary>
        public static ConstantPad2d ConstantPad2d((long, long, long, long) padding, double value) =>
            new(value, padding.Item1, padding.Item2, padding.Item3, padding.Item4);

        /// <summary>Pads the last three dimensions with one value, all sides by the same.</summary>
        public static ConstantPad3d ConstantPad3d(long padding, double value) =>
            new(value, padding, padding, padding, padding, padding, padding);

        /// <summary>Pads the last dimension with the input mirrored at its edge, all sides by the same.</summary>
        public static ReflectionPad1d ReflectionPad1d(long padding) => new(padding, padding);

        /// <summary>Pads the last dimension with the input mirrored at its edge: left, right.</summary>
        public static ReflectionPad1d ReflectionPad1d((long, long) padding) => new(padding.Item1, padding.Item2);

        /// <summary>Pads the last two dimensions with the input mirrored at its edge, all sides by the same.</summary>
        public static ReflectionPad2d ReflectionPad2d(long padding) => new(padding, padding, padding, padding);

        /// <summary>Pads the last two dimensions with the input mirrored at its edge: left, right, top, bottom.</summary>
        public static ReflectionPad2d ReflectionPad2d((long, long, long, long) padding) =>
            new(padding.Item1, padding.Item2, padding.Item3, padding.Item4);

        /// <summary>Pads the last three dimensions with the input mirrored at its edge, all sides by the same.</summary>
        public static ReflectionPad3d ReflectionPad3d(long padding) => new(padding, padding, padding, padding, padding, padding);

        /// <summary>Pads the last dimension with the input's edge, all sides by the same.</summary>
        public static ReplicationPad1d ReplicationPad1d(long padding) => new(padding, padding);

        /// <summary>Pads the last dimension with the input's edge: left, right.</summary>
        public static ReplicationPad1d ReplicationPad1d((long, long) padding) => new(padding.Item1, padding.Item2);

        /// <summary>Pads the last two dimensions with the input's edge, all sides by the same.</summary>
        public static ReplicationPad2d ReplicationPad2d(long padding) => new(padding, padding, padding, padding);

        /// <summary>Pads the last two dimensions with the input's edge: left, right, top, bottom.</summary>
        public static ReplicationPad2d ReplicationPad2d((long, long, long, long) padding) =>
            new(padding.Item1, padding.Item2, padding.Item3, padding.Item4);

        /// <summary>Pads the last three dimensions with the input's edge, all sides by the same.</summary>
        public static ReplicationPad3d ReplicationPad3d(long padding) => new(padding, padding, padding, padding, padding, padding);

        /// <summary>Pads the last two dimensions with zeros, all sides by the same.</summary>
        public static ZeroPad2d ZeroPad2d(long padding) => new(padding, padding, padding, padding);

        /// <summary>Pads the last two dimensions with zeros: left, right, top, bottom.</summary>
        public static ZeroPad2d ZeroPad2d((long, long, long, long) padding) =>
            new(padding.Item1, padding.Item2, padding.Item3, padding.Item4);
    }
}
