namespace Espalier.Framework.Plugins.Tests.Manifests;

/// <summary>Ranges of versions.</summary>
public sealed class ContractRangeTests
{
    [Theory]
    [InlineData(">=0.1 <1.0", "0.1.0", true)]
    [InlineData(">=0.1 <1.0", "0.0.9", false)]
    [InlineData(">=0.1 <1.0", "1.0.0", false)]
    [InlineData(">=0.1.0 <=1.0", "1.0", true)]
    [InlineData(">1.2", "1.2.0", false)]
    [InlineData(">1.2", "1.2.1", true)]
    [InlineData("=1.2", "1.2.0.7", true)]
    [InlineData("=1.2", "1.3", false)]
    public void Allows_Version_IsInAllTerms(string range, string version, bool allowed)
    {
        Assert.True(ContractRange.TryParse(range, out var parsed));
        Assert.Equal(allowed, parsed.Allows(Version.Parse(version)));
        Assert.Equal(range, parsed.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("0.1")]
    [InlineData(">=")]
    [InlineData(">= 0.1")]
    [InlineData(">=one")]
    [InlineData("^1.0")]
    [InlineData(">=1.0 <2.0 or")]
    public void TryParse_NoRange_IsRefused(string range) => Assert.False(ContractRange.TryParse(range, out _));

    [Fact]
    public void Host_IsTheVersionOfTheContractsPackage() => Assert.True(ContractRange.Host >= new Version(0, 1, 0));
}
