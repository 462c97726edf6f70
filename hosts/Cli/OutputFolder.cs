using System.Globalization;
using Espalier.Runs;

namespace Espalier.Cli;

/// <summary>The folder that a command writes to.</summary>
internal static class OutputFolder
{
    /// <summary>
    /// The folder that the user names. Else <c>runs/NAME</c>, or where that is taken the next of <c>runs/NAME-2</c>, <c>runs/NAME-3</c>; to resume, the last
    /// of them.
    /// </summary>
    public static string For(Settings settings, string name)
    {
        if (settings.Output is { } named)
        {
            return Path.GetFullPath(named);
        }

        var first = Path.GetFullPath(Path.Combine("runs", name));
        var last = first;
        for (var number = 2; RunFolder.Look(last).Exists; number++)
        {
            var next = string.Create(CultureInfo.InvariantCulture, $"{first}-{number}");
            if (settings.Resume && !RunFolder.Look(next).Exists)
            {
                break;
            }

            last = next;
        }

        return last;
    }
}
