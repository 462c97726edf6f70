namespace TorchSharp;

/// <summary>Whether Euclidean distances are computed by a matrix product, which is faster and less exact.</summary>
public enum compute_mode
{
    /// <summary>By a matrix product for more than 25 rows.</summary>
    use_mm_for_euclid_dist_if_necessary = 0,

    /// <summary>By a matrix product.</summary>
    use_mm_for_euclid_dist = 1,

    /// <summary>Without a matrix product.</summary>
    donot_use_mm_for_euclid_dist = 2,
}
