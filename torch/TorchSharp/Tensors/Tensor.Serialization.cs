namespace TorchSharp;

public static partial class torch
{
    /// <content>Files of one tensor.</content>
    public partial class Tensor
    {
        /// <summary>Writes the tensor to a file, in the layout of <see cref="TensorExtensionMethods.Save"/>.</summary>
        public void save(string location)
        {
            using var writer = new BinaryWriter(File.Create(location));
            this.Save(writer);
        }

        /// <summary>Reads the tensor that <see cref="save"/> wrote.</summary>
        /// <exception cref="InvalidDataException">The file is truncated or damaged.</exception>
        public static Tensor load(string location)
        {
            using var reader = new BinaryReader(File.OpenRead(location));
            return TensorExtensionMethods.Load(reader);
        }
    }

    /// <inheritdoc cref="Tensor.save"/>
    public static void save(Tensor t, string location) => t.save(location);

    /// <inheritdoc cref="Tensor.load"/>
    public static Tensor load(string location) => Tensor.load(location);
}
