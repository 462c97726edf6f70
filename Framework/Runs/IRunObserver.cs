using Espalier.Methods;

namespace Espalier.Runs;

/// <summary>Hears how a run goes on. Reports of progress may come from any thread.</summary>
public interface IRunObserver : IProgress<MethodProgress>
{
    /// <summary>A part of the run begins.</summary>
    /// <param name="stage">What it is: <c>step 1 of 2: channel</c>.</param>
    void Begin(string stage);

    /// <summary>The part ends.</summary>
    /// <param name="result">What came of it, in a line.</param>
    void End(string result);
}
