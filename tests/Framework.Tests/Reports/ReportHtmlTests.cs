using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Espalier.Reports;

namespace Espalier.Framework.Tests.Reports;

/// <summary>The page of a report: whole, safe and without anything from elsewhere.</summary>
public sealed partial class ReportHtmlTests
{
    private const string Hostile = "\"><script>alert('x')</script><!--</script><img src=x onerror=alert(1)>&\u0007\u202E%%body%%";

    // The page is XML but for its document type and the texts of its scripts and styles.
    private static XElement Parse(string page) => XElement.Parse(ScriptOrStyle().Replace(page, match => $"<{match.Groups[1].Value}></{match.Groups[3].Value}>")
        .Replace("<!DOCTYPE html>", "", StringComparison.Ordinal));

    [Fact]
    public void Write_EveryPart_IsWellFormed()
    {
        var page = Parse(ReportHtml.Write(SampleReport.Of()));
        Assert.Equal("Half of a small model", page.Descendants("h1").Single().Value);
        Assert.Equal(7, page.Descendants("table").First(table => (string?)table.Attribute("class") == "headline").Element("tbody")!.Elements("tr").Count());
        var ids = page.Descendants().Attributes("id").Select(id => id.Value).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(page.Descendants("nav").Elements("a"), link => Assert.Contains(link.Attribute("href")!.Value[1..], ids));
    }

    [Fact]
    public void Write_HostileNames_StayText()
    {
        var html = ReportHtml.Write(SampleReport.Of(Hostile, Hostile));
        var page = Parse(html);
        Assert.Empty(page.Descendants("img"));
        Assert.Equal(5, page.Descendants("script").Count());
        Assert.DoesNotContain(page.Descendants().Attributes(), attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        Assert.Equal(Hostile.Replace('\u0007', '\uFFFD').Replace('\u202E', '\uFFFD'), page.Descendants("h1").Single().Value);
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_EveryPart_HoldsTheDataThatIsDrawn()
    {
        var html = ReportHtml.Write(SampleReport.Of(Hostile));
        var data = Data().Matches(html).ToDictionary(match => match.Groups[1].Value, match => JsonDocument.Parse(match.Groups[2].Value).RootElement);
        var places = Parse(html).Descendants().Attributes("data-plot").Select(place => (int)place).ToList();
        Assert.Equal(Enumerable.Range(0, data["plots"].GetArrayLength()), places);
        string[] kinds = [.. data["plots"].EnumerateArray().Select(plot => plot.GetProperty("kind").GetString()!).Distinct().Order()];
        Assert.Equal(["heatmap", "histogram", "images", "lines", "points", "strips"], kinds);
        Assert.Contains(data["plots"].EnumerateArray(), plot => plot.GetProperty("title").GetString() == Hostile);
        Assert.True(data["graph-data"].GetProperty("nodes").GetArrayLength() > 0);
    }

    [Fact]
    public void Write_Strips_HoldsRangesOfWhatWent()
    {
        var plots = JsonDocument.Parse(Data().Matches(ReportHtml.Write(SampleReport.Of())).Single(match => match.Groups[1].Value == "plots").Groups[2].Value).RootElement;
        var rows = plots.EnumerateArray().Single(plot => plot.GetProperty("kind").GetString() == "strips").GetProperty("rows");
        Assert.Equal(["0-2,5", ""], rows.EnumerateArray().Select(row => row.GetProperty("cut").GetString()));
        Assert.Equal(6, rows[0].GetProperty("count").GetInt32());
    }

    [Fact]
    public void Write_Any_LoadsNothing()
    {
        var html = ReportHtml.Write(SampleReport.Of());
        var page = Parse(html);
        Assert.Empty(page.Descendants("link"));
        Assert.Empty(page.Descendants().Attributes("src"));
        Assert.All(page.Descendants().Attributes("href"), link => Assert.StartsWith("#", link.Value, StringComparison.Ordinal));
        Assert.DoesNotContain("@import", html, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", html, StringComparison.Ordinal);
        var policy = page.Descendants("meta").Single(meta => (string?)meta.Attribute("http-equiv") == "Content-Security-Policy");
        Assert.StartsWith("default-src 'none';", policy.Attribute("content")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_Any_CarriesTheLibrarysLicence()
    {
        var html = ReportHtml.Write(SampleReport.Of());
        Assert.Contains("The MIT License (MIT)", html, StringComparison.Ordinal);
        Assert.Contains("Permission is hereby granted", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_NothingMeasured_IsStillAPage()
    {
        var report = new RunReport("empty", "model", DateTimeOffset.UnixEpoch, new ReportEnvironment("machine", 1, 1, new Dictionary<string, string>()), []);
        var page = Parse(ReportHtml.Write(report));
        Assert.Equal("model: nothing was measured.", page.Descendants("p").Single(text => (string?)text.Attribute("class") == "lead").Value);
        Assert.Equal("How this was made", page.Descendants("section").Single().Element("h2")!.Value);
    }

    [Fact]
    public void Write_Bars_HaveLengthsInProportion()
    {
        var report = SampleReport.Of() with { Widths = [new GroupWidth("a", 10, 40), new GroupWidth("b", 20, 20)] };
        var bars = Parse(ReportHtml.Write(report)).Descendants("div").First(bars => (string?)bars.Attribute("class") == "bars");
        Assert.Equal(["width:100%", "width:25%", "width:50%", "width:50%"], bars.Descendants("i").Attributes("style").Select(style => style.Value));
        Assert.Equal("10 of 40 (25 %)", bars.Descendants("span").First(span => (string?)span.Attribute("class") == "value").Value);
    }

    [GeneratedRegex("<(script|style)([^>]*)>.*?</(script|style)>", RegexOptions.Singleline)]
    private static partial Regex ScriptOrStyle();

    [GeneratedRegex("<script type=\"application/json\" id=\"([a-z-]+)\">(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Data();
}
