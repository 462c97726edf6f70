namespace Espalier.Generators.Plugins.Model;

/// <summary>Whether an option may be nothing.</summary>
internal enum OptionNull
{
    Never,
    ValueType,
    ReferenceType,
}
