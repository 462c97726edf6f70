namespace Espalier.Generators.Parsing;

/// <summary>What a call in a model's code means for its trace.</summary>
internal enum CallKind
{
    /// <summary>The code does not compile (yet): the compiler says so, and the generator keeps quiet.</summary>
    Unknown,

    /// <summary>forward or call of a sub-module.</summary>
    Module,

    /// <summary>forward or call of the module itself.</summary>
    Self,

    /// <summary>A tensor operation with a symbolic form.</summary>
    Tensor,

    /// <summary>A tensor operation without one.</summary>
    NoSymbolicForm,

    /// <summary>A question about a tensor's values.</summary>
    Values,

    /// <summary>Dispose, MoveToOuterDisposeScope and the like: who owns a tensor does not matter in a trace.</summary>
    Ownership,

    /// <summary>A method of the model's author that handles tensors: it is translated too.</summary>
    Helper,

    /// <summary>A method with a hand-written trace.</summary>
    TraceWith,

    /// <summary>A method that stays closed.</summary>
    Opaque,

    /// <summary>A local function.</summary>
    Local,

    /// <summary>A delegate.</summary>
    Delegate,

    /// <summary>A method without tensors, or one of the base class library's: called as it is.</summary>
    Plain,

    /// <summary>A parameter or a buffer that a module hands out: get_parameter, get_buffer.</summary>
    Stored,

    /// <summary>A call that changes a module: train, eval, to.</summary>
    State,

    /// <summary>A sub-module that forward makes.</summary>
    NewModule,

    /// <summary>A method that handles tensors and whose source is not there.</summary>
    NoSource,

    /// <summary>nameof.</summary>
    Constant,
}
