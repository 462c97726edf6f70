using System.Text.Json;

namespace Espalier.Reports;

/// <summary>A report's data as JSON: <c>report.json</c> of a run folder, from which the page can be written anew.</summary>
public static class ReportJson
{
    /// <summary>Writes a report.</summary>
    public static string Write(RunReport report) => JsonSerializer.Serialize(report, ReportJsonContext.Default.RunReport);

    /// <summary>Reads a report.</summary>
    /// <exception cref="JsonException">The text is not a report, or one of a later version; the message has the place.</exception>
    public static RunReport Read(string json)
    {
        var report = JsonSerializer.Deserialize(json, ReportJsonContext.Default.RunReport) ?? throw new JsonException("The report is null.");
        return report.Version <= RunReport.CurrentVersion
            ? report
            : throw new JsonException($"The report has version {report.Version}; this build reads up to {RunReport.CurrentVersion}. Use a later build.");
    }
}
