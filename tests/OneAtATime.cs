using Xunit;

// libtorch's random generator, default dtype and thread count belong to the whole process, and so do the questions what is still in memory
// and how many tensors live: tests beside others would draw other weights in each run. Assemblies still run side by side.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
