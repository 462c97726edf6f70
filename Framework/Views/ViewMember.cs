using Espalier.Structures;

namespace Espalier.Views;

/// <summary>A parameter dimension of a group in a picture.</summary>
/// <param name="Parameter">The parameter's name.</param>
/// <param name="Dimension">The dimension.</param>
/// <param name="Width">Its size.</param>
/// <param name="Role">What it is to the group.</param>
public sealed record ViewMember(string Parameter, int Dimension, int Width, MemberRole Role);
