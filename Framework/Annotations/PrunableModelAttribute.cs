namespace Espalier;

/// <summary>
/// Asks the generator to translate the module's <c>forward</c> into a symbolic trace. The class must be partial and derive from one of
/// TorchSharp's <c>Module</c> types.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class PrunableModelAttribute : Attribute;
