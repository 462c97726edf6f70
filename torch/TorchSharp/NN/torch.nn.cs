namespace TorchSharp;

/// <summary>PyTorch's <c>torch</c> namespace: tensors, operators, devices, random numbers.</summary>
public static partial class torch
{
    /// <summary>Modules, their functional forms, initialisers and utilities.</summary>
    public static partial class nn
    {
    }
}
