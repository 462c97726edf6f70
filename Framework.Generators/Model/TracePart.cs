namespace Espalier.Generators.Model;

/// <summary>A sub-module, a parameter or a buffer in a field of the class.</summary>
/// <param name="Name">Its name in the state_dict.</param>
/// <param name="Access">How code reads it.</param>
/// <param name="Type">Its type.</param>
/// <param name="IsWritable">Whether the field can be written.</param>
/// <param name="IsParameter">Whether it is a parameter and not a buffer; meaningless for a sub-module.</param>
internal sealed record TracePart(string Name, string Access, string Type, bool IsWritable, bool IsParameter);
