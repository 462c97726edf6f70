namespace Espalier.Generators.Plugins.Model;

/// <summary>How an option is read.</summary>
internal enum OptionKind
{
    Boolean,
    Int32,
    Int64,
    Single,
    Double,
    Text,
    FilePath,
    Enumeration,
    Record,
    Part,
    List,
    Dictionary,
}
