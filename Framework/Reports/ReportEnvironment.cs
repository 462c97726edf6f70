namespace Espalier.Reports;

/// <summary>Where a run took place.</summary>
/// <param name="Machine">The processor or accelerator, and the operating system, as a reader would name them.</param>
/// <param name="Cores">The logical cores that the process could use.</param>
/// <param name="Threads">The threads that tensors were computed with.</param>
/// <param name="Versions">Versions by the name of what they are of: <c>espalier</c>, <c>libtorch</c>, <c>.NET</c>, plugins.</param>
public sealed record ReportEnvironment(string Machine, int Cores, int Threads, IReadOnlyDictionary<string, string> Versions);
