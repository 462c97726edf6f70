// What is still in memory is a question about the whole process: tests that ask it cannot run beside others.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
