namespace Espalier.Reports;

/// <summary>What a latency was measured with: numbers are comparable only where all of it agrees.</summary>
/// <param name="Backend">The backend's name: <c>libtorch-cpu</c>.</param>
/// <param name="Device">The device's name.</param>
/// <param name="Batch">How many samples one run took.</param>
/// <param name="Threads">How many threads it could use.</param>
public sealed record LatencySettings(string Backend, string Device, int Batch, int Threads);
