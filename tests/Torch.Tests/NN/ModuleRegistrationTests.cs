using TorchSharp;
using TorchSharp.Modules;
using Xunit;
using static TorchSharp.torch;
#if TORCHSHARP_SYSTEM
using TorchSharp.Utils;
#endif

namespace Espalier.Torch.Tests.NN;

public sealed class ModuleRegistrationTests
{
    [Fact]
    public void RegisterComponents_PrivateFields_AreFoundInOrder()
    {
        using var model = new Branches();
        Assert.Equal(["second", "first"], model.named_children().Select(part => part.name));
        Assert.Equal(
            ["scale", "second.weight", "second.bias", "first.in.weight", "first.in.bias"],
            model.named_parameters().Select(part => part.name));
        Assert.Equal(["offset"], model.named_buffers().Select(part => part.name));
    }

    [Fact]
    public void NamedModules_OfNestedModel_ComeLevelByLevelWithoutTheRoot()
    {
        using var model = new Branches();
        Assert.Equal(["second", "first", "first.in", "first.act"], model.named_modules().Select(part => part.name));
        Assert.DoesNotContain(model, model.modules());
    }

    [Fact]
    public void Parameters_OfModuleRegisteredTwice_ComeOnce()
    {
        using var model = new Tied();
        Assert.Equal(["one.weight", "one.bias"], model.named_parameters().Select(part => part.name));
        Assert.Equal(["one", "two"], model.named_children().Select(part => part.name));
        Assert.Equal(["one.bias", "one.weight", "two.bias", "two.weight"], model.state_dict().Keys.Order());
    }

    [Fact]
    public void GetParameter_OfNestedName_FindsIt()
    {
        using var model = new Branches();
        Assert.Same(model.parameters().ElementAt(3), model.get_parameter("first.in.weight"));
        Assert.True(model.has_parameter("second.bias"));
        Assert.True(model.has_buffer("offset"));
        Assert.False(model.has_parameter("second.nothing"));
        Assert.False(model.has_buffer("nothing.offset"));
        Assert.Null(model.get_parameter("first.nothing.weight"));
    }

    [Fact]
    public void RegisterModule_NameWithDot_Throws()
    {
        using var model = new Hull();
        var error = Assert.Throws<ArgumentException>(() => model.register_module("a.b", nn.ReLU()));
        Assert.Contains("a.b", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RegisterModule_NameThatIsTaken_Throws()
    {
        using var model = new Hull();
        model.register_module("part", nn.ReLU());
        Assert.Throws<InvalidOperationException>(() => model.register_module("part", nn.ReLU()));
    }

    [Fact]
    public void RegisterParameter_NameThatIsTaken_Throws()
    {
        using var model = new Hull();
        model.register_parameter("weight", new Parameter(ones(2)));
        Assert.Throws<InvalidOperationException>(() => model.register_parameter("weight", new Parameter(ones(2))));
    }

    [Fact]
    public void Train_OfNestedModel_ReachesAllModules()
    {
        using var model = new Branches();
        Assert.True(model.training);
        model.eval();
        Assert.All(model.modules(), module => Assert.False(module.training));
        model.train();
        Assert.All(model.modules(), module => Assert.True(module.training));
    }

    [Fact]
    public void Apply_OfNestedModel_VisitsChildrenBeforeParents()
    {
        using var model = new Branches();
        var visited = new List<string>();
        model.apply(module => visited.Add(module.GetName()));
        Assert.Equal(["Linear", "Linear", "ReLU", "Sequential", "Branches"], visited);
    }

    [Fact]
    public void ZeroGrad_AfterBackward_ClearsAllGradients()
    {
        using var scope = NewDisposeScope();
        using var model = new Branches();
        model.forward(ones(2, 3)).sum().backward();
        Assert.All(model.parameters(), parameter => Assert.NotNull(parameter.Gradient()));
        model.zero_grad();
        Assert.All(
            model.parameters(),
            parameter => Assert.True(parameter.Gradient() is not { } gradient || gradient.count_nonzero().ToInt64() == 0));
    }

    [Fact]
    public void Dispose_OfModel_DisposesOfItsParts()
    {
        var model = new Branches();
        var parts = model.state_dict().Values.ToList();
        model.Dispose();
        Assert.All(parts, part => Assert.True(part.IsInvalid));
    }

#if TORCHSHARP_SYSTEM
    [Fact]
    public void NamedBuffers_NotPersistent_AreNoPartOfTheState()
    {
        using var model = new Hull();
        model.register_buffer("kept", ones(1));
        model.register_buffer("passing", ones(1), persistent: false);
        Assert.Equal(["kept", "passing"], model.named_buffers().Select(part => part.name));
        Assert.Equal(["kept"], model.named_buffers(include_nonpersistent: false).Select(part => part.name));
        Assert.Equal(["kept"], model.state_dict().Keys);
    }

    [Fact]
    public void RegisterComponents_ComponentName_TakesThePlaceOfTheFields()
    {
        using var model = new Renamed();
        Assert.Equal(["weight"], model.named_parameters().Select(part => part.name));
    }

    [Fact]
    public void RegisterModule_ThatWouldContainItself_Throws()
    {
        using var outer = new Hull();
        using var inner = new Hull();
        outer.register_module("inner", inner);
        Assert.Throws<InvalidOperationException>(() => inner.register_module("outer", outer));
        Assert.Throws<InvalidOperationException>(() => outer.register_module("self", outer));
        Assert.Equal(["inner"], outer.named_modules().Select(part => part.name));
    }

    [Fact]
    public void RegisterComponents_ChildThatHoldsItsParent_Throws()
    {
        var error = Assert.Throws<InvalidOperationException>(() => new Parent());
        Assert.Contains("contain itself", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RegisterParameter_NameWithDot_Throws()
    {
        using var model = new Hull();
        Assert.Throws<ArgumentException>(() => model.register_parameter("a.b", new Parameter(ones(2))));
        Assert.Throws<ArgumentException>(() => model.register_buffer("a.b", ones(2)));
    }

    [Fact]
    public void Constructor_InDisposeScope_MakesModuleThatOutlivesIt()
    {
        Branches model;
        using (NewDisposeScope())
        {
            model = new Branches();
        }

        Assert.All(model.state_dict().Values, part => Assert.False(part.IsInvalid));
        model.Dispose();
    }

    private sealed class Renamed : nn.Module
    {
        [ComponentName(Name = "weight")]
        private readonly Parameter w = new(ones(2));

        public Renamed()
            : base(nameof(Renamed))
        {
            RegisterComponents();
            _ = w;
        }
    }

    private sealed class Parent : nn.Module
    {
        private readonly Child child;

        public Parent()
            : base(nameof(Parent))
        {
            child = new Child(this);
            RegisterComponents();
            _ = child;
        }
    }

    private sealed class Child : nn.Module
    {
        private readonly Parent parent;

        public Child(Parent parent)
            : base(nameof(Child))
        {
            this.parent = parent;
            RegisterComponents();
            _ = this.parent;
        }
    }
#endif
}
