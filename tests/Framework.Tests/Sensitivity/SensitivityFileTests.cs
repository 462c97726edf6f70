using Espalier.Framework.Tests.Weights;
using Espalier.Sensitivity;

namespace Espalier.Framework.Tests.Sensitivity;

public sealed class SensitivityFileTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    private string FilePath => temporary.At("sensitivity.jsonl");

    public void Dispose() => temporary.Dispose();

    [Fact]
    public void Read_LineThatWasCutOff_IsDropped()
    {
        var point = new SensitivityPoint("conv1", 0.5, 8, 16, 87.5, 0.4, 1000, 200);
        SensitivityFile.Append(FilePath, point);
        File.AppendAllText(FilePath, "{\"group\":\"con");

        Assert.Equal([point], SensitivityFile.Read(FilePath));
        SensitivityFile.Append(FilePath, point with { Ratio = 0.75 });
        Assert.Equal([0.5, 0.75], SensitivityFile.Read(FilePath).Select(read => read.Ratio));
    }

    [Fact]
    public void Read_LineThatIsNoPoint_NamesIt()
    {
        File.WriteAllText(FilePath, "{}\n");

        Assert.Contains("line 1", Assert.Throws<InvalidDataException>(() => SensitivityFile.Read(FilePath)).Message, StringComparison.Ordinal);
    }
}
