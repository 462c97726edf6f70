using Espalier.Graphs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Espalier.Benchmarks.Generators;

/// <summary>A project that is edited: the first files are transformer blocks, the others plain classes.</summary>
internal static class EditedProject
{
    public const int Files = 500;
    public const int Models = 20;

    private const string Usings =
        """
        using System;
        using Espalier;
        using TorchSharp.Modules;
        using static TorchSharp.torch;
        using static TorchSharp.torch.nn;

        namespace Demo;

        """;

    public static CSharpParseOptions ParseOptions { get; } = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);

    public static CSharpCompilation Create() => CSharpCompilation.Create(
        "Demo",
        Enumerable.Range(0, Files).Select(i => Parse(i, i < Models ? Block(i, "0.1") : Plain(i, ""))),
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Append(typeof(TorchSharp.torch).Assembly.Location)
            .Append(typeof(Tracer).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path)),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>Another number inside a method of a plain class.</summary>
    public static CSharpCompilation EditBody(CSharpCompilation compilation, int edit) =>
        Replace(compilation, 400, Plain(400, "").Replace("a + 7;", $"a + 7 + {edit};", StringComparison.Ordinal));

    /// <summary>A method more in a plain class.</summary>
    public static CSharpCompilation EditDeclaration(CSharpCompilation compilation, int edit) =>
        Replace(compilation, 400, Plain(400, $"public static int New{edit}() => {edit};"));

    /// <summary>Another number inside a model's forward.</summary>
    public static CSharpCompilation EditForward(CSharpCompilation compilation, int edit) => Replace(compilation, 3, Block(3, $"0.{edit + 1}"));

    private static CSharpCompilation Replace(CSharpCompilation compilation, int file, string text) =>
        compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[file], Parse(file, text));

    private static SyntaxTree Parse(int file, string text) => CSharpSyntaxTree.ParseText(text, ParseOptions, $"File{file}.cs");

    private static string Plain(int number, string extra) =>
        $"{Usings}internal static class Plain{number} {{ {extra} "
        + $"{string.Concat(Enumerable.Range(0, 20).Select(i => $"public static int Method{i}(int a) => a + {i}; "))} }}";

    private static string Block(int number, string dropout) =>
        $$"""
        {{Usings}}
        [PrunableModel]
        public sealed partial class Block{{number}} : Module<Tensor, Tensor>
        {
            private readonly Linear qkv, proj, fc1, fc2;
            private readonly LayerNorm norm1, norm2;
            private readonly Conv2d stem;
            private readonly BatchNorm2d batchNorm;
            private readonly ModuleList<Module<Tensor, Tensor>> blocks = new();
            private readonly Parameter position;
            private readonly double scale;
            private int numHeads;
            private int headDim;

            public Block{{number}}(int width, int heads) : base("block")
            {
                (numHeads, headDim, scale) = (heads, width / heads, 1 / Math.Sqrt(width / heads));
                (qkv, proj, fc1, fc2) = (Linear(width, 3 * width), Linear(width, width), Linear(width, 4 * width), Linear(4 * width, width));
                (norm1, norm2, batchNorm) = (LayerNorm(width), LayerNorm(width), BatchNorm2d(width));
                stem = Conv2d(3, width, 16, 16);
                position = Parameter(zeros(1, 197, width));
                RegisterComponents();
            }

            public override Tensor forward(Tensor input)
            {
                using var scope = NewDisposeScope();
                var x = batchNorm.forward(stem.forward(input)).relu().flatten(2).transpose(1, 2) + position;
                x = x + Attention(norm1.forward(x));
                x += fc2.forward(functional.gelu(fc1.forward(norm2.forward(x))));
                foreach (var block in blocks)
                {
                    x = block.forward(x) + x;
                }

                if (training && numHeads > 2)
                {
                    x = functional.dropout(x, {{dropout}}, training);
                }

                return x.mean([1]).MoveToOuterDisposeScope();
            }

            private Tensor Attention(Tensor x)
            {
                var (b, n, c) = (x.shape[0], x.shape[1], x.shape[2]);
                var parts = qkv.forward(x).reshape(b, n, 3, numHeads, headDim).permute(2, 0, 3, 1, 4);
                var (q, k, v) = (parts[0], parts[1], parts[2]);
                var scores = matmul(q * scale, k.transpose(-2, -1)).softmax(-1);
                return proj.forward(matmul(scores, v).transpose(1, 2).reshape(b, n, numHeads * headDim));
            }
        }
        """;
}
