using System.Globalization;
using System.Text;
using Espalier.Methods;

namespace Espalier.Cli.Output;

/// <summary>Progress in words: the phase, a bar, the rate, the time that remains, and numbers so far.</summary>
internal static class ProgressText
{
    private const int BarWidth = 20;

    /// <summary>The text.</summary>
    /// <param name="progress">How far the work is.</param>
    /// <param name="done">What was done since the clock started.</param>
    /// <param name="elapsed">The time since then.</param>
    /// <param name="hasBar">Whether a bar is drawn.</param>
    public static string Of(MethodProgress progress, long done, TimeSpan elapsed, bool hasBar)
    {
        var text = new StringBuilder(progress.Phase);
        if (progress.Total > 0)
        {
            var part = Math.Clamp((double)progress.Done / progress.Total, 0, 1);
            if (hasBar)
            {
                var full = (int)Math.Round(part * BarWidth);
                text.Append(' ').Append('█', full).Append('░', BarWidth - full);
            }

            text.Append(CultureInfo.InvariantCulture, $" {progress.Done}/{progress.Total} ({part * 100:F0} %)");
        }
        else if (progress.Done > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $" {progress.Done}");
        }

        if (done > 0 && elapsed.TotalSeconds > 0.5)
        {
            var rate = done / elapsed.TotalSeconds;
            text.Append(CultureInfo.InvariantCulture, $", {(rate < 100 ? $"{rate:G3}" : $"{rate:F0}")}/s");
            if (progress.Total > progress.Done)
            {
                text.Append(", ").Append(Duration(TimeSpan.FromSeconds((progress.Total - progress.Done) / rate))).Append(" left");
            }
        }

        foreach (var (name, value) in progress.Metrics ?? new Dictionary<string, double>())
        {
            text.Append(CultureInfo.InvariantCulture, $", {name} {value:G4}");
        }

        return text.ToString();
    }

    private static string Duration(TimeSpan time) => time.TotalSeconds switch
    {
        < 60 => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:F0} s"),
        < 3600 => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes}:{time.Seconds:D2} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours}:{time.Minutes:D2} h"),
    };
}
