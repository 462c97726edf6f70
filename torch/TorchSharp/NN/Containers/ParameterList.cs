namespace TorchSharp.Modules;

/// <summary>A list of parameters, which are named 0, 1, 2...</summary>
public class ParameterList : PartList<Parameter>
{
    /// <summary>A list with these parameters.</summary>
    public ParameterList(params Parameter[] parameters)
        : base(nameof(ParameterList)) => extend(parameters);

    private protected override void RemoveParts() => ClearParameters();

    private protected override void AddPart(string name, Parameter part) => register_parameter(name, part);
}
