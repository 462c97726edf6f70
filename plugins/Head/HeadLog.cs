using Microsoft.Extensions.Logging;

namespace Espalier.Plugins.Head;

/// <summary>What a run tells the user.</summary>
internal static partial class HeadLog
{
    [LoggerMessage(LogLevel.Information, "Round {Round} of {Rounds}: {Kept} of {Heads} heads stay.")]
    public static partial void RoundDone(this ILogger log, int round, int rounds, int kept, int heads);

    [LoggerMessage(LogLevel.Warning, "The model has {Dense} {Measure} and {Limit} may stay: there is nothing to cut.")]
    public static partial void NothingToCut(this ILogger log, long dense, string measure, long limit);

    [LoggerMessage(LogLevel.Information, "All heads of some layers go, and with them {Names}.")]
    public static partial void LayersEmptied(this ILogger log, string names);

    [LoggerMessage(LogLevel.Warning, "'{Layer}' keeps a head in any case. {Cause}")]
    public static partial void KeepsAHead(this ILogger log, string layer, string cause);
}
