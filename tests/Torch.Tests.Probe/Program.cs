using TorchSharp;

// Tries what a program may try first; prints what came of it, each on one line. An escaping exception would end the process otherwise.
(string Name, Action Act)[] attempts =
[
    ("ones", () => torch.ones(2).sum().item<float>()),
    ("manual_seed", () => torch.manual_seed(1)),
    ("cuda", () => torch.cuda.is_available()),
    ("no_grad", () => torch.no_grad().Dispose()),
    ("ones again", () => torch.ones(2)),
];

foreach (var (name, act) in attempts)
{
    try
    {
        act();
        Console.WriteLine($"{name}: fine");
    }
    catch (Exception error)
    {
        Console.WriteLine($"{name}: {error.GetType().Name}: {error.Message.ReplaceLineEndings(" ")}");
    }
}
