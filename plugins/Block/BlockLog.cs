using Microsoft.Extensions.Logging;

namespace Espalier.Plugins.Block;

/// <summary>What a run tells the user.</summary>
internal static partial class BlockLog
{
    [LoggerMessage(LogLevel.Information, "Round {Round} of {Rounds}: without {Names}. {Macs} MACs and {Parameters} parameters stay.")]
    public static partial void RoundDone(this ILogger log, int round, int rounds, string names, long macs, long parameters);

    [LoggerMessage(LogLevel.Warning, "The model keeps to the budget already: no block goes.")]
    public static partial void NothingToRemove(this ILogger log);

    [LoggerMessage(LogLevel.Warning, "{Stay} of {All} blocks stay in any case. {Cause}")]
    public static partial void SomeMustStay(this ILogger log, int stay, int all, string cause);
}
