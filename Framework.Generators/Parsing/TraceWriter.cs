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

        var isOpaque = KnownSymbols.HasAttribute(context.Type, AttributeNames.Opaque) || KnownSymbols.HasAttribute(forward, AttributeNames.Opaque);
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
                    && !KnownSymbols.HasAttribute(method, AttributeNames.TraceWith) && !KnownSymbols.HasAttribute(method, AttributeNames.Opaque))
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
                    Write(getter, "Trace" + Identifiers.Pascal(property.Name), "private ", $"Records what <see cref=\"{Identifiers.Escape(property.Name)}\"/> computes.", helper.Name);
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
            : (method.IsVirtual || method.IsAbstract || method.IsOverride) && !context.Type.IsSealed && !method.IsSealed ? "protected virtual "
            : "private ";
    }

    private void Write(IMethodSymbol method, string name, string modifiers, string summary, string? given = null)
    {
        var analysis = context.Analysis(method);
        var body = ClassContext.Body(method);
        var translator = body is null ? null : new BodyTranslator(context, method, body, analysis!);
        var tracer = translator?.Tracer ?? "t";
        var (lines, isExpression) = translator is null ? ([], false) : translator.Translate(body!);
        if (translator is null)
        {
            (lines, isExpression) = (Stub($"{context.Type.Name} does not say what '{method.Name}' computes; mark the derived class [PrunableModel]."), false);
        }
        else if (translator.HasFailed)
        {
            (lines, isExpression) = (Stub($"{context.Type.Name}.{method.Name} cannot be traced: the generator reported why at compile time."), false);
        }

        var isSize = context.Known.HoldsSizes(method.ReturnType);
        var result = method.ReturnsVoid ? "void" : context.Printer.Print(method.ReturnType, isSize);
        var parameters = method.Parameters.Select(p => Signatures.Parameter(context, p, context.IsSizeParameter(method, p), withDefault: false));
        var (generics, constraints) = Signatures.Generics(context, method);
        var overrides = modifiers.Contains("override") ? "" : constraints;
        var documentation = new List<string>
        {
            $"<summary>{summary}</summary>",
            $"<param name=\"{tracer}\">Where the operators are recorded.</param>",
        };
        documentation.AddRange(method.Parameters.Select(p => $"<param name=\"{p.Name}\">{(context.Known.HoldsTensors(p.Type) ? "As in the method, without data." : "As in the method.")}</param>"));
        if (!method.ReturnsVoid)
        {
            documentation.Add("<returns>The result, without data.</returns>");
        }

        var signature = $"{modifiers}{result} {given ?? name}{generics}({string.Join(", ", new[] { $"{Tracer} {tracer}" }.Concat(parameters))}){overrides}";
        members.Add(new TraceMember(documentation.ToEquatable(), signature, lines, isExpression));
    }

    private static EquatableArray<CodeLine> Stub(string message) =>
        [new CodeLine(0, $"throw new global::Espalier.Graphs.TraceException({SymbolDisplay.FormatLiteral(message, quote: true)});")];

    private void Size(Helper helper)
    {
        var name = Identifiers.Escape(helper.Symbol.Name);
        var access = helper.Symbol is IParameterSymbol ? name : "this." + name;
        var text = SizeMembers.Field(
            context, "t", "this", helper.Symbol.Name, access, helper.Symbol, helper.Symbol.Locations.FirstOrDefault() ?? Location.None, out _);
        members.Add(new TraceMember(
            [
                $"<summary>The size in <c>{helper.Symbol.Name}</c>, which surgery may rewrite.</summary>",
                "<param name=\"t\">Where the operators are recorded.</param>",
                "<returns>The size.</returns>",
            ],
            $"private {TypePrinter.Dim} {helper.Name}({Tracer} t)", [new CodeLine(0, text)], IsExpression: true));
    }

    private bool OpaqueForward(IMethodSymbol forward, Location place)
    {
        var marked = KnownSymbols.HasAttribute(forward, AttributeNames.Opaque) ? (ISymbol)forward : context.Type;
        var tensors = forward.Parameters.Where(p => context.Known.IsTensor(p.Type)).Select(p => Identifiers.Escape(p.Name)).ToList();
        if (tensors.Count == 0 || WaysOut.Opaque(context, "t", context.Type.Name, tensors, forward.ReturnType, marked, hint => hint) is not { } call)
        {
            context.Report(Rules.NoForward, place, context.Type.Name, "a closed model takes a tensor and returns one, or a tuple of them");
            return false;
        }

        var parameters = forward.Parameters.Select(p => Signatures.Parameter(context, p, context.IsSizeParameter(forward, p), withDefault: false));
        members.Add(new TraceMember(
            ["<summary>Records the module as one closed operator.</summary>", "<param name=\"t\">Where the operators are recorded.</param>",
                .. forward.Parameters.Select(p => $"<param name=\"{p.Name}\">As in the method.</param>"), "<returns>The result, without data.</returns>"],
            $"{ForwardModifiers(forward)}{context.Printer.Print(forward.ReturnType)} Trace({string.Join(", ", new[] { $"{Tracer} t" }.Concat(parameters))})",
            [new CodeLine(0, call)], IsExpression: true));
        return true;
    }

    /// <summary>A link to forward, where the class declares it itself; elsewhere only its name.</summary>
    private string Reference(IMethodSymbol forward) => !SymbolEqualityComparer.Default.Equals(forward.ContainingType, context.Type)
        ? "<c>forward</c>"
        : $"<see cref=\"forward({string.Join(", ", forward.Parameters.Select(p => CrefType(p.Type)))})\"/>";

    private string CrefType(ITypeSymbol type) =>
        context.Printer.Real(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated)).Replace('<', '{').Replace('>', '}').Replace("?", "");
}
