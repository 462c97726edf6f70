using System.Text;
using Espalier.Recipes;

namespace Espalier.Fuzzers.Targets;

/// <summary>Recipes in YAML and JSON, with the binding of their fixed parts.</summary>
internal sealed class RecipeTarget : IFuzzTarget
{
    public string Name => "recipe";

    public IReadOnlyList<byte[]> Seeds { get; } =
    [
        Encoding.UTF8.GetBytes(
            """
            # A recipe.
            model:
              family: { resnet-cifar: { depth: 20 } }
              weights: { file: resnet20.th, rename: [{ strip-prefix: "module." }, { replace: '^fc', with: linear }] }
            data: { source: { cifar-10: { path: data } }, batch: 64, mean: [0.5, 0.5, 0.5], std: [0.25, 0.25, 0.25] }
            steps:
              - channel: 0.5
              - note: |
                  Several
                  lines.
              - finetune: { epochs: 5, lr: 5e-4 }
            outputs: [checkpoint, plan]
            """),
        Encoding.UTF8.GetBytes("""{"$schema": "x", "model": {"family": "mlp"}, "seed": 3, "steps": [{"mask": {"pattern": "2:4"}}, "finetune"], "threads": null}"""),
    ];

    public IReadOnlyList<byte[]> Words { get; } = WeightFileReading.Words(
        "\"", "'", "{", "}", "[", "]", ",", ":", ": ", "- ", "? ", "\n", "\n  ", "\t", "null", "~", "&a ", "*a", "!!int ", "<<: ", "|", ">", "---\n", "...", "%YAML 1.2\n", "\\ud800", "\\x", "#",
        "[[[[[[[[[[[[[[[[", "{a: {a: {a: {a: ", "1e999", "9999999999999999999", "model", "steps");

    public Type Refusal => typeof(RecipeException);

    public void Read(byte[] input, string folder)
    {
        var text = Encoding.UTF8.GetString(input);
        var isJson = text.TrimStart().StartsWith('{');
        new RecipeBinder().Bind(RecipeReader.Read(text, isJson ? "r.json" : "r.yaml"));
    }
}
