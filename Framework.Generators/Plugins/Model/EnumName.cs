namespace Espalier.Generators.Plugins.Model;

/// <summary>A member of an enumeration.</summary>
/// <param name="Key">Its name in recipes.</param>
/// <param name="Member">Its name in code.</param>
internal sealed record EnumName(string Key, string Member);
