namespace Espalier.Attention;

/// <summary>What the heads of one attention look at in a few images.</summary>
/// <param name="Name">The path of the module that attends, with a number where it attends more than once.</param>
/// <param name="Rows">
/// For each image and head, one number from 0 to 1 per token that is looked at, adding up to 1: the row of the class token where there is one, else the mean over
/// all tokens that look; and the mean over windows where there are any.
/// </param>
/// <param name="Grid">Where the tokens lie; null where that is not known.</param>
public sealed record AttentionMap(string Name, IReadOnlyList<IReadOnlyList<IReadOnlyList<double>>> Rows, TokenGrid? Grid)
{
    /// <summary>How many heads there are.</summary>
    public int Heads => Rows.Count > 0 ? Rows[0].Count : 0;

    /// <summary>The mean over the heads of one image.</summary>
    /// <param name="image">The image's number.</param>
    public double[] Mean(int image) =>
        [.. Enumerable.Range(0, Rows[image][0].Count).Select(token => Rows[image].Average(head => head[token]))];
}
