namespace Espalier.Generators.Model;

/// <summary>One line of a generated body.</summary>
/// <param name="Indent">How deep it stands, in steps of four spaces.</param>
/// <param name="Text">The line.</param>
internal readonly record struct CodeLine(int Indent, string Text);
