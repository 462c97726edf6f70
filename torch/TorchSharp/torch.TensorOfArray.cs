namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor with a copy of the values, in one dimension.</summary>
    /// <typeparam name="T">A number type that tensors hold, or bool; it gives the dtype where none is given.</typeparam>
    public static Tensor tensor<T>(T[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        where T : unmanaged =>
        Copy(rawArray, [rawArray.LongLength], dtype, device, requires_grad);

    /// <summary>A tensor with a copy of the values, in the dimensions given.</summary>
    /// <inheritdoc cref="tensor{T}(T[], ScalarType?, Device?, bool)" path="/typeparam"/>
    public static Tensor tensor<T>(
        T[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        where T : unmanaged =>
        Copy(rawArray, dimensions, dtype, device, requires_grad);

    /// <summary>A tensor with a copy of the values, in one dimension.</summary>
    /// <inheritdoc cref="tensor{T}(T[], ScalarType?, Device?, bool)" path="/typeparam"/>
    public static Tensor tensor<T>(IList<T> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        where T : unmanaged =>
        Lend(rawArray.ToArray(), [rawArray.Count], dtype, device, requires_grad);

    /// <summary>A tensor with a copy of the values, in the dimensions given.</summary>
    /// <inheritdoc cref="tensor{T}(T[], ScalarType?, Device?, bool)" path="/typeparam"/>
    public static Tensor tensor<T>(
        IList<T> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        where T : unmanaged =>
        Lend(rawArray.ToArray(), dimensions, dtype, device, requires_grad);

    /// <summary>A matrix with a copy of the values, row by row.</summary>
    /// <inheritdoc cref="tensor{T}(T[], ScalarType?, Device?, bool)" path="/typeparam"/>
    public static Tensor tensor<T>(
        IList<T> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        where T : unmanaged =>
        Lend(rawArray.ToArray(), [rows, columns], dtype, device, requires_grad);

    /// <summary>A tensor with a copy of the values, in three dimensions.</summary>
    /// <inheritdoc cref="tensor{T}(T[], ScalarType?, Device?, bool)" path="/typeparam"/>
    public static Tensor tensor<T>(
        IList<T> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        where T : unmanaged =>
        Lend(rawArray.ToArray(), [dim0, dim1, dim2], dtype, device, requires_grad);

    /// <summary>A tensor with a copy of the values, in four dimensions.</summary>
    /// <inheritdoc cref="tensor{T}(T[], ScalarType?, Device?, bool)" path="/typeparam"/>
    public static Tensor tensor<T>(
        IList<T> rawArray, long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false)
        where T : unmanaged =>
        Lend(rawArray.ToArray(), [dim0, dim1, dim2, dim3], dtype, device, requires_grad);

    /// <summary>A tensor with a copy of the array, in its dimensions.</summary>
    /// <inheritdoc cref="tensor{T}(T[], ScalarType?, Device?, bool)" path="/typeparam"/>
    public static Tensor tensor<T>(T[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        where T : unmanaged =>
        LendArray((Array)rawArray.Clone(), dtype, device, requires_grad);

    /// <inheritdoc cref="tensor{T}(T[,], ScalarType?, Device?, bool)"/>
    public static Tensor tensor<T>(T[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        where T : unmanaged =>
        LendArray((Array)rawArray.Clone(), dtype, device, requires_grad);

    /// <inheritdoc cref="tensor{T}(T[,], ScalarType?, Device?, bool)"/>
    public static Tensor tensor<T>(T[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        where T : unmanaged =>
        LendArray((Array)rawArray.Clone(), dtype, device, requires_grad);
}
