using Microsoft.Extensions.Logging;

namespace Espalier.Plugins.Channel;

/// <summary>What a run tells the user.</summary>
internal static partial class ChannelLog
{
    [LoggerMessage(LogLevel.Information, "Round {Round} of {Rounds}: {Macs} MACs ({MacsPercent:0.##} %) and {Parameters} parameters ({ParametersPercent:0.##} %) stay.")]
    public static partial void RoundDone(this ILogger log, int round, int rounds, long macs, double macsPercent, long parameters, double parametersPercent);

    [LoggerMessage(LogLevel.Warning, "The model has {Dense} {Measure} and {Limit} may stay: there is nothing to cut.")]
    public static partial void NothingToCut(this ILogger log, long dense, string measure, long limit);

    [LoggerMessage(LogLevel.Warning, "{Units} units stay where {Limit} were asked for: narrow layers, multiples and limits allow no more.")]
    public static partial void TooManyStay(this ILogger log, long units, long limit);
}
