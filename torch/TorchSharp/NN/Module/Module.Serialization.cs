using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <content>Files: a count, then for each tensor its name, dtype, shape and data, in TorchSharp's format.</content>
        public partial class Module
        {
            /// <summary>Saves the parameters and persistent buffers. The file appears complete or not at all.</summary>
            /// <param name="location">The file's path.</param>
            /// <param name="skip">Names that are left out.</param>
            public Module save(string location, IList<string>? skip = null)
            {
                var path = Path.GetFullPath(location);
                var unfinished = $"{path}.{Guid.NewGuid():N}.tmp";
                try
                {
                    save(File.Create(unfinished), skip);
                    File.Move(unfinished, path, overwrite: true);
                }
                finally
                {
                    File.Delete(unfinished);
                }

                return this;
            }

            /// <summary>Saves the parameters and persistent buffers.</summary>
            public Module save(BinaryWriter writer, IList<string>? skip = null)
            {
                save_state_dict(writer, state_dict(), skip);
                return this;
            }

            /// <summary>Saves the parameters and persistent buffers, and closes the stream.</summary>
            public Module save(Stream stream, IList<string>? skip = null)
            {
                using var writer = new BinaryWriter(stream);
                return save(writer, skip);
            }

            /// <summary>Saves any tensors by name.</summary>
            public static void save_state_dict(BinaryWriter writer, Dictionary<string, Tensor> sd, IList<string>? skip = null)
            {
                ArgumentNullException.ThrowIfNull(writer);
                var kept = sd.Where(part => skip is null || !skip.Contains(part.Key)).ToList();
                writer.Write7BitEncodedInt64(kept.Count);
                foreach (var (key, tensor) in kept)
                {
                    writer.Write(key);
                    TensorFormat.Write(tensor, writer);
                }

                writer.Flush();
            }

            /// <summary>Loads parameters and buffers. When it fails, nothing was changed.</summary>
            /// <param name="location">The file's path.</param>
            /// <param name="strict">Whether names that are missing here or there are an error.</param>
            /// <param name="skip">Names that are left alone.</param>
            /// <param name="loadedParameters">Gets every name of the file, and whether the module has it.</param>
            /// <exception cref="ArgumentException">Names do not match, or shapes: the message lists all of them.</exception>
            /// <exception cref="InvalidDataException">The file is incomplete, or no module was saved to it.</exception>
            public virtual Module load(
                string location, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null) =>
                load(File.OpenRead(location), strict, skip, loadedParameters);

            /// <summary>Loads parameters and buffers. When it fails, nothing was changed.</summary>
            public virtual Module load(
                BinaryReader reader, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                using var scope = NewDisposeScope();
                var source = ReadStateDict(reader);
                var state = state_dict();
                if (new StateProblems(state, source, skip ?? []).Describe(strict) is { } message)
                {
                    throw new ArgumentException($"The file does not fit {GetName()}, which was left unchanged:{message}");
                }

                CopyState(state, source, skip ?? []);
                foreach (var key in source.Keys)
                {
                    loadedParameters?[key] = state.ContainsKey(key);
                }

                return this;
            }

            /// <summary>Loads parameters and buffers, and closes the stream. When it fails, nothing was changed.</summary>
            public Module load(
                Stream stream, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                using var reader = new BinaryReader(stream);
                return load(reader, strict, skip, loadedParameters);
            }

            /// <summary>Makes a module and loads its parameters and buffers.</summary>
            public static Module Create<T>(string path)
                where T : Module, new() => new T().load(path);

            private static Dictionary<string, Tensor> ReadStateDict(BinaryReader reader)
            {
                var state = new Dictionary<string, Tensor>(StringComparer.Ordinal);
                var key = "the number of tensors";
                try
                {
                    var count = reader.Read7BitEncodedInt64();
                    for (var i = 0L; i < count; i++)
                    {
                        key = $"the name of tensor {i + 1} of {count}";
                        var name = reader.ReadString();
                        key = $"'{name}', tensor {i + 1} of {count}";
                        var header = TensorFormat.ReadHeader(reader);
                        var tensor = empty(header.Shape, header.Dtype);
                        TensorFormat.ReadElements(header, reader, tensor);
                        state[name] = tensor;
                    }

                    return state;
                }
                catch (Exception e) when (e is InvalidDataException or EndOfStreamException or FormatException)
                {
                    throw new InvalidDataException($"The file does not hold a module's state: cannot read {key}. {e.Message}", e);
                }
            }
        }
    }
}
