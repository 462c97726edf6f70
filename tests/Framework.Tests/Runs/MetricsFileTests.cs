using Espalier.Framework.Tests.Weights;
using Espalier.Runs;

namespace Espalier.Framework.Tests.Runs;

public sealed class MetricsFileTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    private string FilePath => temporary.At("metrics.jsonl");

    public void Dispose() => temporary.Dispose();

    [Fact]
    public void Write_Values_AreOneLineInOrder()
    {
        using (var file = new MetricsFile(FilePath))
        {
            file.Of(2, "finetune").Write("epoch", 0, new Dictionary<string, double> { ["loss"] = 0.1, ["accuracy_percent"] = double.NaN });
        }

        Assert.Equal(
            """{"step":2,"method":"finetune","kind":"epoch","index":0,"values":{"accuracy_percent":"NaN","loss":0.1}}""" + "\n", File.ReadAllText(FilePath));
    }

    [Fact]
    public void Truncate_ToASavedLength_DropsWhatCameLater()
    {
        using (var file = new MetricsFile(FilePath))
        {
            file.Of(1, "a").Write("epoch", 0, new Dictionary<string, double>());
            var length = file.Flush();
            file.Of(1, "a").Write("epoch", 1, new Dictionary<string, double>());
            file.Truncate(length);
            file.Of(1, "a").Write("epoch", 9, new Dictionary<string, double>());
        }

        Assert.Equal(["0", "9"], File.ReadAllLines(FilePath).Select(line => line.Split("\"index\":")[1].Split(',')[0]));
    }

    [Fact]
    public void Truncate_FileIsShorter_IsAnError()
    {
        using var file = new MetricsFile(FilePath);

        Assert.Throws<IOException>(() => file.Truncate(10));
    }
}
