using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Random integers of [low, high), as Int64 where no dtype is given.</summary>
    public static Tensor randint(
        long low, long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null) =>
        Finish(
            Aten.Call("aten::randint.low_generator", low, high, size, generator, dtype ?? ScalarType.Int64, Arg.None, Usable(device)),
            requires_grad);

    /// <summary>Random integers of [low, high), as Int64 where no dtype is given.</summary>
    public static Tensor randint(
        long low, long high, Size size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null) =>
        randint(low, high, size.Shape, dtype, device, requires_grad, generator);

    /// <summary>Random integers of [low, high), as Int64 where no dtype is given.</summary>
    public static Tensor randint(
        int low, int high, int[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null) =>
        randint(low, high, new Size(size).Shape, dtype, device, requires_grad, generator);

    /// <summary>Random integers of [0, high), as Int64 where no dtype is given.</summary>
    public static Tensor randint(
        long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        randint(0, high, size, dtype, device, requires_grad, generator);

    /// <summary>Random integers of [0, high), as Int64 where no dtype is given.</summary>
    public static Tensor randint(
        long high, Size size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        randint(0, high, size.Shape, dtype, device, requires_grad, generator);

    /// <summary>Random integers of [0, high), as Int64 where no dtype is given.</summary>
    public static Tensor randint(
        int high, int[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        randint(0, high, new Size(size).Shape, dtype, device, requires_grad, generator);

    /// <summary>The numbers from 0 to n - 1 in random order.</summary>
    public static Tensor randperm(
        long n, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Finish(Aten.Call("aten::randperm.generator", n, generator, dtype ?? ScalarType.Int64, Arg.None, Usable(device)), requires_grad);

    /// <summary>Normally distributed numbers.</summary>
    public static Tensor normal(
        double mean, double std, ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null) =>
        Finish(
            Aten.Call("aten::normal.float_float", mean, std, size.ToArray(), generator, dtype ?? defaultType, Arg.None, Usable(device)),
            requires_grad);

    /// <summary>Normally distributed numbers, each with its own mean and standard deviation.</summary>
    public static Tensor normal(Tensor mean, Tensor std, Generator? generator = null) =>
        Aten.Call("aten::normal.Tensor_Tensor", mean, std, generator);

    /// <summary>The seed of the CPU's default generator.</summary>
    public static long initial_seed() => random.initial_seed();

    /// <summary>The state of the CPU's default generator, to be set again later.</summary>
    public static Tensor get_rng_state() => random.get_rng_state();

    /// <summary>Sets the state of the CPU's default generator.</summary>
    public static void set_rng_state(Tensor new_state) => random.set_rng_state(new_state);
}
