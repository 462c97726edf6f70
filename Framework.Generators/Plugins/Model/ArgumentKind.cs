namespace Espalier.Generators.Plugins.Model;

/// <summary>What a constructor can be given.</summary>
internal enum ArgumentKind
{
    Options,
    Context,
    Service,
}
