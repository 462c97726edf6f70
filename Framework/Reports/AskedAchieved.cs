namespace Espalier.Reports;

/// <summary>A goal that a step was given, and what it came to.</summary>
/// <param name="Goal">What was asked for: <c>MACs kept</c>.</param>
/// <param name="Asked">The number asked for.</param>
/// <param name="Achieved">The number achieved.</param>
/// <param name="Unit">The unit of both; null if they have none.</param>
/// <param name="IsMet">Whether the step counts that as met, by its own tolerance.</param>
public sealed record AskedAchieved(string Goal, double Asked, double Achieved, string? Unit, bool IsMet);
