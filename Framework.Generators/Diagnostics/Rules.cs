using Microsoft.CodeAnalysis;

namespace Espalier.Generators.Diagnostics;

/// <summary>All diagnostics. Each has a section in docs/diagnostics.md and an entry in the release files.</summary>
internal static class Rules
{
    public const string Category = "Espalier.Graph";

    public const string Docs = "https://github.com/espalier/espalier/blob/main/docs/diagnostics.md#";

    public static readonly DiagnosticDescriptor MustBePartial = Rule(
        "ESP0001", "A prunable model must be partial",
        "'{0}' must be partial, so that its trace can be generated into it",
        "The generator adds a second part to the class. Declare the class, and every class around it, partial.");

    public static readonly DiagnosticDescriptor NotAModule = Rule(
        "ESP0002", "A prunable model must be a module",
        "'{0}' is marked [PrunableModel] but {1}",
        "Only a class that derives from one of TorchSharp's Module<...> types has a forward that can be traced.");

    public static readonly DiagnosticDescriptor NoForward = Rule(
        "ESP0003", "A prunable model must have a forward that can be traced",
        "'{0}' has no forward that can be traced: {1}",
        "Declare or inherit, in source, an override of forward that takes and returns tensors; or name a hand-written trace with [TraceWith].");

    public static readonly DiagnosticDescriptor Expression = Rule(
        "ESP0004", "An expression cannot be translated",
        "{0} cannot be translated into a trace: {1}",
        "Write it with what the trace knows, or move it to a method with [TraceWith] or [Opaque].");

    public static readonly DiagnosticDescriptor Statement = Rule(
        "ESP0005", "A statement cannot be translated",
        "{0} cannot be translated into a trace: {1}",
        "Write it with what the trace knows, or move it to a method with [TraceWith] or [Opaque].");

    public static readonly DiagnosticDescriptor NoSymbolicForm = Rule(
        "ESP0006", "A tensor operation has no symbolic form",
        "'{0}' has no symbolic form{1}",
        "The graph has no operator for it. Use one that it has, or move the region to a method with [TraceWith] or [Opaque].");

    public static readonly DiagnosticDescriptor DependsOnValues = Rule(
        "ESP0007", "The graph must not depend on a tensor's values",
        "'{0}' reads the values of a tensor, which do not exist while the model is traced",
        "Sizes are known during a trace, values are not. Keep the choice inside tensor operations (where, masks), or use [TraceWith] or [Opaque].");

    public static readonly DiagnosticDescriptor NotRegistered = Rule(
        "ESP0008", "A component of a module is not registered",
        "'{0}' of '{1}' is not registered: {2}",
        "Only what RegisterComponents or a register_... method has seen is in the state_dict, and only that can be pruned.",
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor ReadOnlySize = Rule(
        "ESP0009", "A size cannot be rewritten",
        "'{0}' sizes a reshape but cannot be written, so what it sizes cannot be pruned; {1}",
        "Surgery rewrites the integer members that size reshapes and splits. Make the member writable, or take the size from the tensor's shape.",
        DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor Recursion = Rule(
        "ESP0010", "A method that calls itself cannot be traced",
        "'{0}' calls itself ({1}) and takes no number that could end it",
        "A graph is finite. Turn the recursion into a loop over a fixed number of steps, or give the method a counter.");

    public static readonly DiagnosticDescriptor NoSource = Rule(
        "ESP0011", "A method that handles tensors cannot be looked into",
        "'{0}' handles tensors, but {1}",
        "The generator translates methods whose source it sees. Move the code, mark the method [TraceWith] or [Opaque], or annotate its class.");

    public static readonly DiagnosticDescriptor State = Rule(
        "ESP0012", "forward must not change the module",
        "'{0}' is changed while the model runs; a trace must leave the model as it is",
        "Keep intermediate results in locals, or return them; mark a method that must keep state [Opaque].");

    public static readonly DiagnosticDescriptor TraceMethod = Rule(
        "ESP0013", "The named method does not exist",
        "'{0}' names '{1}', but '{2}' has no such method with parameters ({3})",
        "A hand-written trace takes a Tracer, then the parameters of the method it stands for with every tensor as a SymbolicTensor.");

    public static readonly DiagnosticDescriptor DerivedNotAnnotated = Rule(
        "ESP0014", "A class that overrides part of a traced model must be annotated too",
        "'{0}' overrides '{1}' of the traced model '{2}' but is not marked [PrunableModel]: it would be traced as if it did not",
        "Mark the derived class [PrunableModel] (and partial).");

    public static readonly DiagnosticDescriptor ModuleNotAnnotated = Rule(
        "ESP0015", "A sub-module has no trace",
        "'{0}' has no trace: the class is marked neither [PrunableModel] nor [Opaque]",
        "Mark the sub-module's class [PrunableModel] to look into it, or [Opaque] to leave it as it is.");

    public static readonly DiagnosticDescriptor InternalError = Rule(
        "ESP0016", "The generator failed",
        "The trace of '{0}' could not be generated: {1}: {2}",
        "This is a mistake in the generator. Please report it with the class; [TraceWith] is a way around it.");

    public static readonly DiagnosticDescriptor ZeroIsEnum = Rule(
        "ESP0025", "A 0 is the value of an enum",
        "'{0}' is no number here but {1}, for parameter '{2}'; name the parameter that is meant",
        "C# converts a constant 0 to every enum, so that of two overloads it may take the one with an enum. The trace calls the same one.",
        DiagnosticSeverity.Warning);

    /// <summary>All of them, by id.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
    [
        MustBePartial, NotAModule, NoForward, Expression, Statement, NoSymbolicForm, DependsOnValues, NotRegistered, ReadOnlySize, Recursion,
        NoSource, State, TraceMethod, DerivedNotAnnotated, ModuleNotAnnotated, InternalError,
        .. Plugins.PluginRules.All, ZeroIsEnum,
    ];

    private static DiagnosticDescriptor Rule(
        string id, string title, string message, string description, DiagnosticSeverity severity = DiagnosticSeverity.Error) =>
        new(id, title, message, Category, severity, isEnabledByDefault: true, description, Docs + id.ToLowerInvariant());
}
