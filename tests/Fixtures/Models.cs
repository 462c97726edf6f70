using System.Collections.Generic;
using Espalier.Graphs;
using Espalier.Models;
using Espalier.Plugins;

[assembly: PluginEntry(typeof(Models))]

/// <summary>A family of models that another plugin trains: each has the model classes of its own load context.</summary>
public sealed class Models : IPluginEntry
{
    public IReadOnlyList<PartRegistration> Register(PluginServices services) =>
        [new(typeof(IModelFamily), "tiny", "A residual network of 8 layers.", "{}", _ => new Tiny())];

    private sealed class Tiny : IModelFamily
    {
        public string Name => "tiny";

        public ModelInstance Create(ModelRequest request) =>
            new(new CifarResNet(8, classes: request.Classes ?? 10, width: 4), [InputSpec.Of(1, 3, 8, 8)]);
    }
}
