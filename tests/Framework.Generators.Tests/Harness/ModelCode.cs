using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Espalier.Framework.Generators.Tests.Harness;

/// <summary>Sources and compilations of models.</summary>
internal static class ModelCode
{
    public static CSharpParseOptions ParseOptions { get; } =
        CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest).WithDocumentationMode(DocumentationMode.Diagnose);

    /// <summary>What a model's file starts with.</summary>
    public const string Usings =
        """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using Espalier;
        using Espalier.Graphs;
        using Espalier.Symbolic;
        using TorchSharp;
        using TorchSharp.Modules;
        using static TorchSharp.torch;
        using static TorchSharp.torch.nn;
        using torch = TorchSharp.torch;
        using F = TorchSharp.torch.nn.functional;

        """;

    /// <summary>A model called Net with these members, which takes a tensor and returns one.</summary>
    public static string Net(string members) =>
        $$"""
        {{Usings}}
        namespace Demo;

        /// <summary>A model.</summary>
        [PrunableModel]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
        {{members}}

            /// <summary>Makes it.</summary>
            public Net() : base("net") => RegisterComponents();
        }
        """;

    /// <summary>A compilation as a strict project makes it: nullable on, no implicit usings.</summary>
    public static CSharpCompilation Compile(params string[] sources) => Compile(sources.Select(Parse));

    public static CSharpCompilation Compile(IEnumerable<SyntaxTree> trees) => CSharpCompilation.Create(
        "Demo",
        trees,
        References.All,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: false));

    /// <summary>The same texts, parsed again.</summary>
    public static Compilation Reparsed(Compilation compilation) => compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(
        compilation.SyntaxTrees.Select(tree => CSharpSyntaxTree.ParseText(tree.GetText(), (CSharpParseOptions)tree.Options, tree.FilePath)));

    public static SyntaxTree Parse(string source, int number = 0) =>
        CSharpSyntaxTree.ParseText(source, ParseOptions, path: $"Model{number}.cs", encoding: System.Text.Encoding.UTF8);
}
