namespace Espalier.Views;

/// <summary>A reason why members of a group go together.</summary>
/// <param name="Node">The operator at which they meet.</param>
/// <param name="Text">The reason in words.</param>
public sealed record ViewLink(int Node, string Text);
