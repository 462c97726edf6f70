namespace Espalier.Framework.Tests.Weights;

/// <summary>A test of permissions: skipped for a user to whom nothing is forbidden.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnprivilegedFactAttribute : FactAttribute
{
    public UnprivilegedFactAttribute()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            Skip = "Needs a user who is refused files by their mode.";
        }
    }
}
