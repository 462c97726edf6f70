using Xunit;

// libtorch's seed, default dtype and thread count, and the count of live tensors, are the whole process's.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
