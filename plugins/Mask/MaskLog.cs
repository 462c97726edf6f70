using Microsoft.Extensions.Logging;

namespace Espalier.Plugins.Mask;

/// <summary>What a run tells the user.</summary>
internal static partial class MaskLog
{
    [LoggerMessage(LogLevel.Warning, "Layer '{Layer}' stays dense: {Reason}")]
    public static partial void StaysDense(this ILogger log, string layer, string reason);

    [LoggerMessage(LogLevel.Information, "Round {Round} of {Rounds}: {Kept} of {Total} weights stay ({Percent:0.##} %).")]
    public static partial void RoundDone(this ILogger log, int round, int rounds, long kept, long total, double percent);
}
