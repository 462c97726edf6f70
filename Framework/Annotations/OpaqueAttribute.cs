namespace Espalier;

/// <summary>
/// Marks a module class, a field that holds a module, or a method whose inside the graph must not look into: nothing that goes in or comes out changes
/// its width. Its results have the shapes that the named method gives, or the first input's.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Field | AttributeTargets.Method, Inherited = false)]
public sealed class OpaqueAttribute : Attribute;
