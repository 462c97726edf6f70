using System.Globalization;
using Espalier.Framework.Generators.Tests.Harness;
using Microsoft.CodeAnalysis.CSharp;

namespace Espalier.Framework.Generators.Tests.Incremental;

/// <summary>The generated text follows from the classes alone.</summary>
public class DeterminismTests
{
    private const string Members =
        """
            private int heads = 2;
            private readonly Linear fc = Linear(4, 4);

            /// <inheritdoc/>
            public override Tensor forward(Tensor x)
            {
                x = Scale(fc.forward(x), -1.5)
                    .relu();

                return x.reshape(-1, heads, 4);
            }
        """;

    private static readonly string Second = ModelCode.Usings +
        """
        namespace Demo;

        public sealed partial class Net
        {
            private const double Half = -0.5;

            private static Tensor Scale(Tensor x, double by = 1.25) => x * by * Half + Third(x);
        }
        """;

    private static readonly string Third = ModelCode.Usings +
        """
        namespace Demo;

        public sealed partial class Net
        {
            private readonly Linear last = Linear(1, 1);

            private static Tensor Third(Tensor x, float by = -1.5f) => x / by;
        }
        """;

    private static readonly string[] Sources = [ModelCode.Net(Members), Second, Third];

    [Fact]
    public void Traces_do_not_depend_on_the_order_of_files()
    {
        var forwards = GeneratorRun.Of(Sources).AssertClean().Source;
        var backwards = GeneratorRun.Of([.. Sources.Reverse()]).AssertClean().Source;
        Assert.Equal(forwards, backwards);
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("sv-SE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void Traces_do_not_depend_on_the_culture(string name)
    {
        var expected = GeneratorRun.Of(Sources).AssertClean().Source;
        var before = CultureInfo.CurrentCulture;
        try
        {
            // A culture of our own making: the runtime may be without the real ones' data.
            var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            culture.NumberFormat.NegativeSign = name == "sv-SE" ? "\u2212" : "minus ";
            culture.NumberFormat.NumberDecimalSeparator = ",";
            culture.NumberFormat.NumberGroupSeparator = ".";
            CultureInfo.CurrentCulture = culture;
            Assert.Equal(expected, GeneratorRun.Of(Sources).Source);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Traces_do_not_depend_on_line_ends()
    {
        var unix = GeneratorRun.Of([.. Sources.Select(s => s.ReplaceLineEndings("\n"))]).AssertClean().Source;
        var windows = GeneratorRun.Of([.. Sources.Select(s => s.ReplaceLineEndings("\r\n"))]).AssertClean().Source;
        Assert.Equal(unix, windows);
        Assert.DoesNotContain('\r', windows);
    }

    [Fact]
    public void Every_model_has_a_file_of_its_own_name()
    {
        var nested = ModelCode.Usings +
            """
            namespace Demo;

            internal static partial class A
            {
                [PrunableModel]
                internal sealed partial class Net : Module<Tensor, Tensor>
                {
                    public Net() : base("net") => RegisterComponents();

                    public override Tensor forward(Tensor x) => x;
                }

                [PrunableModel]
                internal sealed partial class Net<T> : Module<Tensor, Tensor>
                {
                    public Net() : base("net") => RegisterComponents();

                    public override Tensor forward(Tensor x) => x;
                }
            }

            internal static partial class A<T>
            {
                [PrunableModel]
                internal sealed partial class Net : Module<Tensor, Tensor>
                {
                    public Net() : base("net") => RegisterComponents();

                    public override Tensor forward(Tensor x) => x;
                }
            }
            """;
        Assert.Equal(4, GeneratorRun.Of([.. Sources, nested]).AssertClean().Sources.Count);
    }
}
