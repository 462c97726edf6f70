using Espalier.Generators.Diagnostics;
using Espalier.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Espalier.Generators.Parsing;

/// <summary>Writes the traces of a class: forward's, then those that it turned out to need.</summary>
internal sealed class TraceWriter(ClassContext context)
{
    private const string Tracer = "global::Espalier.Graphs.Tracer";

    private readonly List<TraceMember> members = [];

    public IReadOnlyList<TraceMember> Members => members;

    /// <summary>The name of the typed trace.</summary>
    public string ForwardTarget { get; private set; } = "Trace";

    /// <summary>Writes forward's trace; false if there can be none.</summary>
    public bool Forward(IMethodSymbol forward, Location place)
    {
        context.Helpers.Reserve("Trace");
        if (KnownSymbols.HasAttribute(context.Type, AttributeNames.TraceWith) || KnownSymbols.HasAttribute(forward, AttributeNames.TraceWith))
        {
            var marked = KnownSymbols.HasAttribute(forward, AttributeNames.TraceWith) ? (ISymbol)forward : context.Type;
            if (WaysOut.Trace(context, marked, receiver: null) is not { } name)
            {
                WaysOut.ReportMissing(context, place, marked, forward);
                return false;
            }

            ForwardTarget = name;
            return true;
        }

        var isOpaque = KnownSymbols.HasAttribute(context.Type, AttributeNames.Opaque)
            || KnownSymbols.HasAttribute(forward, AttributeNames.Opaque);
        if (isOpaque)
        {
            return OpaqueForward(forward, place);
        }

        if (ClassContext.Body(forward) is null && !forward.IsAbstract)
        {
            context.Report(Rules.NoForward, place, context.Type.Name, "the source of its forward is not part of this project");
            return false;
        }

        Write(forward, "Trace", ForwardModifiers(forward), $"Records what {Reference(forward)} computes.");
        return true;
    }

    /// <summary>Writes the traces that others asked for, and those that derived classes may override.</summary>
    public void Rest()
    {
        if (!context.Type.IsSealed || ModelParser.HasAnnotatedBase(context.Type))
        {
            foreach (var method in context.Type.OrderedMembers().OfType<IMethodSymbol>())
            {
                if (method is { MethodKind: MethodKind.Ordinary, IsStatic: false } && method.Name is not ("forward" or "call")
                    && (method.IsVirtual || method.IsAbstract || method.IsOverride) && context.Calls.HandlesTensors(method)
                    && !context.Known.IsTorchSharp(Root(method)) && Root(method).ContainingType.SpecialType == SpecialType.None
                    && !KnownSymbols.HasAttribute(method, AttributeNames.TraceWith)
                        && !KnownSymbols.HasAttribute(method, AttributeNames.Opaque))
                {
                    context.Helpers.For(method, HelperKind.Method);
                }
            }
        }

        while (context.Helpers.Next() is { } helper)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            switch (helper)
            {
                case { Kind: HelperKind.Size }:
                    Size(helper);
                    break;
                case { Kind: HelperKind.Property, Symbol: IMethodSymbol { AssociatedSymbol: { } property } getter }:
                    Write(getter, helper.Name, "private ", $"Records what <c>{property.Name}</c> computes.");
                    break;
                case { Symbol: IMethodSymbol method }:
                    Write(method, helper.Name, Modifiers(method), $"Records what <c>{method.Name}</c> computes.");
                    break;
            }
        }
    }

    private static IMethodSymbol Root(IMethodSymbol method)
    {
        while (method.OverriddenMethod is { } overridden)
        {
            method = overridden;
        }

        return method;
    }

    private string ForwardModifiers(IMethodSymbol forward) =>
        HelperTable.OverridesTrace(forward) ? "public override "
        : ModelParser.HasAnnotatedBase(context.Type) ? "public new "
        : context.Type.IsSealed ? "public " : "public virtual ";

    private string Modifiers(IMethodSymbol method)
    {
        if (method.IsStatic)
        {
            return "private static ";
        }

        var isOwn = SymbolEqualityComparer.Default.Equals(method.ContainingType.OriginalDefinition, context.Type.OriginalDefinition);
        return !isOwn ? "private "
            : HelperTable.OverridesTrace(method) ? "protected override "
            : (method.IsVirtual || method.IsAbstract || method.IsOverride) && !context.Type.IsSealed && !method.IsSealed
                ? "protected virtual "
            : "private ";
    }

    private void Write(IMethodSymbol method, string name, string modifiers, string summary)
    {
        var (tracer, body, isExpression) = Translated(method);
        var isSize = context.Known.HoldsSizes(method.ReturnType);
        var result = method.ReturnsVoid ? "void" : context.Printer.Print(method.ReturnType, isSize);
        var (generics, constraints) = Signatures.Generics(context, method);
        var overriding = modifiers.Contains("override") ? "" : constraints;
        var signature = $"{modifiers}{result} {name}{generics}({Parameters(method, tracer)}){overriding}";
        Add(Documentation(summary, tracer, method), signature, body, isExpression);
    }

    /// <summary>A method's body in the trace; one that throws if it could not be translated, or if there is none.</summary>
    private (string Tracer, EquatableArray<CodeLine> Body, bool IsExpression) Translated(IMethodSymbol method)
    {
        if (ClassContext.Body(method) is not { } body)
        {
            var message = $"{context.Type.Name} does not say what '{method.Name}' computes; mark the derived class [PrunableModel].";
            return ("t", Throw(message), false);
        }

        var translator = new BodyTranslator(context, method, body, context.Analysis(method)!);
        var (lines, isExpression) = translator.Translate(body);
        var failure = $"{context.Type.Name}.{method.Name} cannot be traced: the generator reported why at compile time.";
        return translator.HasFailed ? (translator.Tracer, Throw(failure), false) : (translator.Tracer, lines, isExpression);
    }

    private static EquatableArray<CodeLine> Throw(string message) =>
        [new CodeLine(0, $"throw new global::Espalier.Graphs.TraceException({SymbolDisplay.FormatLiteral(message, quote: true)});")];

    private void Size(Helper helper)
    {
        var member = helper.Symbol;
        var name = Identifiers.Escape(member.Name);
        var access = member is IParameterSymbol ? name : "this." + name;
        var tracer = access == "t" ? "tracer" : "t";
        var place = member.Locations.FirstOrDefault() ?? Location.None;
        var text = SizeMembers.Field(context, tracer, "this", member.Name, access, member, place, out _);
        Add(
            Documentation($"The size in <c>{member.Name}</c>, which surgery may rewrite.", tracer, null, "The size."),
            $"private {TypePrinter.Dim} {helper.Name}({Tracer} {tracer})", [new CodeLine(0, text)], isExpression: true);
    }

    private bool OpaqueForward(IMethodSymbol forward, Location place)
    {
        var marked = KnownSymbols.HasAttribute(forward, AttributeNames.Opaque) ? (ISymbol)forward : context.Type;
        var tensors = forward.Parameters.Where(p => context.Known.IsTensor(p.Type)).Select(p => Identifiers.Escape(p.Name)).ToList();
        var call = tensors.Count == 0 ? null
            : WaysOut.Opaque(context, "t", context.Type.Name, tensors, forward.ReturnType, marked, freshName: hint => hint);
        if (call is null)
        {
            context.Report(Rules.NoForward, place, context.Type.Name, "a closed model takes a tensor and returns one, or a tuple of them");
            return false;
        }

        Add(
            Documentation("Records the module as one closed operator.", "t", forward),
            $"{ForwardModifiers(forward)}{context.Printer.Print(forward.ReturnType)} Trace({Parameters(forward, "t")})",
            [new CodeLine(0, call)], isExpression: true);
        return true;
    }

    private void Add(EquatableArray<string> documentation, string signature, EquatableArray<CodeLine> body, bool isExpression) =>
        members.Add(new TraceMember(documentation, signature, body, isExpression));

    private string Parameters(IMethodSymbol method, string tracer) => string.Join(", ", method.Parameters
        .Select(p => Signatures.Parameter(context, p, context.IsSizeParameter(method, p), withDefault: false))
        .Prepend($"{Tracer} {tracer}"));

    private EquatableArray<string> Documentation(
        string summary, string tracer, IMethodSymbol? method, string result = "The result, without data.")
    {
        var lines = new List<string>
        {
            $"<summary>{summary}</summary>",
            $"<param name=\"{tracer}\">Where the operators are recorded.</param>",
        };
        foreach (var parameter in method?.Parameters ?? [])
        {
            var text = context.Known.HoldsTensors(parameter.Type) ? "As in the method, without data." : "As in the method.";
            lines.Add($"<param name=\"{parameter.Name}\">{text}</param>");
        }

        if (method is not { ReturnsVoid: true })
        {
            lines.Add($"<returns>{result}</returns>");
        }

        return lines.ToEquatable();
    }

    /// <summary>A link to forward, where the class declares it itself; elsewhere only its name.</summary>
    private string Reference(IMethodSymbol forward) => !SymbolEqualityComparer.Default.Equals(forward.ContainingType, context.Type)
        ? "<c>forward</c>"
        : $"<see cref=\"forward({string.Join(", ", forward.Parameters.Select(p => CrefType(p.Type)))})\"/>";

    private string CrefType(ITypeSymbol type) =>
        context.Printer.Real(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated)).Replace('<', '{').Replace('>', '}')
            .Replace("?", "");
}
