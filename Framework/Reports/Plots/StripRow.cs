using System.Text.Json.Serialization;
using Espalier.Planning;

namespace Espalier.Reports;

/// <summary>The units of a layer, or of a part of it such as a head.</summary>
/// <param name="Group">The layer.</param>
/// <param name="Name">The part of it; empty if it is the whole layer.</param>
/// <param name="Count">How many units there were.</param>
/// <param name="Cut">The units that went, from 0, ascending; in JSON as ranges: <c>"0-15,17"</c>.</param>
public sealed record StripRow(
    string Group, string Name, int Count, [property: JsonConverter(typeof(IndexRangesConverter))] IReadOnlyList<int> Cut);
