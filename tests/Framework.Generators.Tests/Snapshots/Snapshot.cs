using System.Runtime.CompilerServices;

namespace Espalier.Framework.Generators.Tests.Snapshots;

/// <summary>
/// Compares text with an approved file beside the test, by Verify's file names: <c>Class.Method.verified.cs</c>, and <c>.received.</c> for what came
/// instead. With UPDATE_SNAPSHOTS=1 the approved files are written anew.
/// </summary>
internal static class Snapshot
{
    public static bool IsUpdating => Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1";

    public static void Verify(
        string text, string extension = "cs", [CallerFilePath] string file = "", [CallerMemberName] string method = "", bool? isUpdating = null)
    {
        var stem = Path.Combine(Path.GetDirectoryName(file)!, $"{Path.GetFileNameWithoutExtension(file)}.{method}");
        var verified = $"{stem}.verified.{extension}";
        var received = $"{stem}.received.{extension}";
        text = text.ReplaceLineEndings("\n");
        if (isUpdating ?? IsUpdating)
        {
            File.WriteAllText(verified, text);
        }

        var expected = File.Exists(verified) ? File.ReadAllText(verified).ReplaceLineEndings("\n") : null;
        if (text == expected)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        Assert.True(expected is not null, $"There is no {verified}. Look at {received}; UPDATE_SNAPSHOTS=1 approves it.");
        Assert.Equal(expected, text);
    }
}
