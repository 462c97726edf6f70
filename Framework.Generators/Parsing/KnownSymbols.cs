using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Espalier.Generators.Parsing;

/// <summary>The types that the translation is about, found once per compilation.</summary>
internal sealed class KnownSymbols
{
    private static readonly ConditionalWeakTable<Compilation, KnownSymbols> Cache = new();

    private readonly Dictionary<INamedTypeSymbol, INamedTypeSymbol?> mirrors = new(SymbolEqualityComparer.Default);
    private readonly object gate = new();

    private KnownSymbols(Compilation compilation)
    {
        Compilation = compilation;
        Tensor = compilation.GetTypeByMetadataName("TorchSharp.torch+Tensor");
        Module = compilation.GetTypeByMetadataName("TorchSharp.torch+nn+Module");
        Parameter = compilation.GetTypeByMetadataName("TorchSharp.Modules.Parameter");
        DisposeScope = compilation.GetTypeByMetadataName("TorchSharp.DisposeScope");
        Device = compilation.GetTypeByMetadataName("TorchSharp.torch+Device");
        TensorIndex = compilation.GetTypeByMetadataName("TorchSharp.torch+TensorIndex");
        Tracer = compilation.GetTypeByMetadataName("Espalier.Graphs.Tracer");
        SymbolicTensor = compilation.GetTypeByMetadataName("Espalier.Symbolic.SymbolicTensor");
        Dim = compilation.GetTypeByMetadataName("Espalier.Symbolic.Dim");
        SymbolicIndex = compilation.GetTypeByMetadataName("Espalier.Symbolic.SymbolicIndex");
    }

    public Compilation Compilation { get; }

    public INamedTypeSymbol? Tensor { get; }

    public INamedTypeSymbol? Module { get; }

    public INamedTypeSymbol? Parameter { get; }

    public INamedTypeSymbol? DisposeScope { get; }

    public INamedTypeSymbol? Device { get; }

    public INamedTypeSymbol? TensorIndex { get; }

    public INamedTypeSymbol? Tracer { get; }

    public INamedTypeSymbol? SymbolicTensor { get; }

    public INamedTypeSymbol? Dim { get; }

    public INamedTypeSymbol? SymbolicIndex { get; }

    /// <summary>Whether both TorchSharp and the framework are there.</summary>
    public bool AreComplete => Tensor is not null && Module is not null && SymbolicTensor is not null && Dim is not null
        && Tracer is not null;

    public static KnownSymbols For(Compilation compilation) => Cache.GetValue(compilation, static c => new KnownSymbols(c));

    /// <summary>The symbolic counterpart of one of TorchSharp's types: the same name under Espalier.Symbolic.</summary>
    public INamedTypeSymbol? Mirror(INamedTypeSymbol type)
    {
        if (IsTensor(type))
        {
            return SymbolicTensor;
        }

        lock (gate)
        {
            if (!mirrors.TryGetValue(type, out var mirror))
            {
                var name = MetadataName(type);
                mirror = IsSame(type, TensorIndex) ? SymbolicIndex
                    : name.StartsWith("TorchSharp.", StringComparison.Ordinal)
                        ? Compilation.GetTypeByMetadataName("Espalier.Symbolic." + name.Substring("TorchSharp.".Length))
                        : null;
                mirrors.Add(type, mirror);
            }

            return mirror;
        }
    }

    /// <summary>A tensor or a parameter.</summary>
    public bool IsTensor(ITypeSymbol? type) => IsOrDerives(type, Tensor);

    public bool IsModule(ITypeSymbol? type) =>
        IsOrDerives(type, Module)
        || (type is ITypeParameterSymbol parameter && parameter.ConstraintTypes.Any(IsModule))
        || IsModuleInterface(type);

    /// <summary>TorchSharp's IModule interface, which modules implement and nothing else does.</summary>
    public bool IsModuleInterface(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Interface, Name: "IModule" } named && IsTorchSharp(named);

    public static bool IsSame(ITypeSymbol? type, ITypeSymbol? other) => other is not null
        && SymbolEqualityComparer.Default.Equals(type, other);

    /// <summary>Whether a value of this type is or holds tensors; modules do not count, they hold their own.</summary>
    public bool HoldsTensors(ITypeSymbol? type) => Holds(type, IsTensor);

    /// <summary>Whether a value of this type is or holds whole numbers that may be sizes.</summary>
    public bool HoldsSizes(ITypeSymbol? type) => Holds(type, IsWhole);

    /// <summary>int or long, or one of them that may be missing.</summary>
    public static bool IsWhole(ITypeSymbol? type) => Underlying(type)?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64;

    public bool IsDim(ITypeSymbol? type) => IsSame(Underlying(type), Dim);

    public bool IsTorchSharp(ISymbol symbol) =>
        Tensor is not null && SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, Tensor.ContainingAssembly);

    public static ITypeSymbol? Underlying(ITypeSymbol? type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0]
            : type;

    public static bool HasAttribute(ISymbol symbol, string name) => Attribute(symbol, name) is not null;

    public static AttributeData? Attribute(ISymbol symbol, string name)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is { } type && type.Name == name
                && type.ContainingNamespace is { Name: "Espalier", ContainingNamespace.IsGlobalNamespace: true })
            {
                return attribute;
            }
        }

        return null;
    }

    private static bool IsOrDerives(ITypeSymbol? type, INamedTypeSymbol? wanted)
    {
        if (wanted is null)
        {
            return false;
        }

        for (var current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, wanted))
            {
                return true;
            }
        }

        return false;
    }

    private bool Holds(ITypeSymbol? type, Func<ITypeSymbol, bool> wanted) => type switch
    {
        null => false,
        _ when wanted(type) => true,
        IArrayTypeSymbol array => Holds(array.ElementType, wanted),
        INamedTypeSymbol { IsGenericType: true } named when !IsModule(named) => named.TypeArguments.Any(argument => Holds(argument, wanted)),
        _ => false,
    };

    private static string MetadataName(INamedTypeSymbol type) => type switch
    {
        { ContainingType: { } outer } => MetadataName(outer) + "+" + type.MetadataName,
        { ContainingNamespace.IsGlobalNamespace: true } => type.MetadataName,
        _ => type.ContainingNamespace.ToDisplayString() + "." + type.MetadataName,
    };
}
