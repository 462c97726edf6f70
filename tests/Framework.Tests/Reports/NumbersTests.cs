using Espalier.Reports;

namespace Espalier.Framework.Tests.Reports;

/// <summary>Numbers as people read them.</summary>
public sealed class NumbersTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(9_999, "9,999")]
    [InlineData(853_018, "853.0 k")]
    [InlineData(125_485_696, "125.5 M")]
    [InlineData(4_089_184_256, "4.089 G")]
    public void Short_Count_HasFourDigits(long count, string text) => Assert.Equal(text, Numbers.Short(count));

    [Theory]
    [InlineData(0.0, "0")]
    [InlineData(1234.56, "1,234.6")]
    [InlineData(-0.28714, "-0.2871")]
    [InlineData(0.00001234, "1.234e-5")]
    [InlineData(double.NaN, "")]
    public void Digits_Value_HasAboutFour(double value, string text) => Assert.Equal(text, Numbers.Digits(value));

    [Theory]
    [InlineData(0.5, "0.5 s")]
    [InlineData(61, "1 min 1 s")]
    [InlineData(3_900, "1 h 5 min")]
    public void Duration_Seconds_InWords(double seconds, string text) => Assert.Equal(text, Numbers.Duration(seconds));

    [Theory]
    [InlineData(-0.414, "−0.41")]
    [InlineData(0.02, "+0.02")]
    [InlineData(-0.001, "±0")]
    public void Signed_Difference_HasItsSign(double difference, string text) => Assert.Equal(text, Numbers.Signed(difference));
}
