using Espalier.Framework.Generators.Tests.Snapshots;

namespace Espalier.Framework.Generators.Tests.Plugins;

/// <summary>What is generated for options records.</summary>
public class BindingTests
{
    internal const string Everything =
        """
        namespace Demo;

        /// <summary>How the rate changes.</summary>
        public enum Schedule
        {
            /// <summary>Not at all.</summary>
            Constant,

            /// <summary>Up and down once.</summary>
            OneCycle,

            /// <summary>Another name.</summary>
            [Option(Name = "1:4")]
            OneOfFour,
        }

        /// <summary>Inner options.</summary>
        [PluginOptions]
        public sealed record Inner
        {
            /// <summary>How many.</summary>
            [Option(Min = 1)]
            public int Count { get; init; } = 3;
        }

        /// <summary>Options with "quotes", <see cref="Inner"/> and <c>a &lt; b</c>.</summary>
        [PluginOptions]
        public sealed record Everything : IValidatedOptions
        {
            /// <summary>The part to cut.</summary>
            [Option(Min = 0, Max = 1, ExclusiveMin = true, ExclusiveMax = true, Shorthand = true)]
            public double Ratio { get; init; } = 0.5;

            public int? RoundTo { get; init; }

            public long Seed { get; set; } = -1;

            [Option(Min = 0)]
            public IReadOnlyList<float> Betas { get; init; } = [0.9f, 0.999f];

            public bool Nesterov { get; init; } = true;

            public required string Path { get; init; }

            public string? Note { get; init; }

            public Schedule Schedule { get; init; } = Schedule.OneCycle;

            public Schedule? Later { get; init; }

            public Part<IImportanceCriterion> Criterion { get; init; } = new("l2");

            public IReadOnlyList<Part<IPruningMethod>> Steps { get; init; } = [];

            public Part<ISparsityPattern>? Pattern { get; init; }

            public Inner Inner { get; init; } = new();

            public Inner? Other { get; init; }

            public IReadOnlyDictionary<string, double> PerLayer { get; init; } = new Dictionary<string, double>();

            public string?[] Names { get; init; } = [];

            public int?[] Sizes { get; init; } = [];

            [Option(Name = "class", Required = true)]
            public int @class { get; init; }

            /// <summary>Not an option: it cannot be set.</summary>
            public double Kept => 1 - Ratio;

            public IEnumerable<OptionProblem> Problems()
            {
                if (RoundTo > 4 && Ratio < 0.1)
                {
                    yield return new OptionProblem(nameof(RoundTo), "too coarse.");
                }
            }
        }
        """;

    [Fact]
    public void Bindings_and_schemas()
    {
        var run = PluginRun.Of(Everything).AssertClean();
        Snapshot.Verify(string.Join("\n", run.Sources.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => $"//// {s.Key}\n{s.Value}")));
    }

    [Fact]
    public void Base_record_global_namespace_and_no_options()
    {
        var run = PluginRun.Of(
            """
            public abstract record Shared
            {
                public int Epochs { get; init; } = 5;
            }

            [PluginOptions]
            internal sealed record Derived : Shared
            {
                public float Rate { get; init; } = 1e-3f;
            }

            [PluginOptions]
            internal sealed record Nothing;
            """).AssertClean();
        Snapshot.Verify(string.Join("\n", run.Sources.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => $"//// {s.Key}\n{s.Value}")));
    }
}
