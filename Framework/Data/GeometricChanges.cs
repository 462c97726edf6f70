using static TorchSharp.torch;

namespace Espalier.Data;

/// <summary>Rotation, shears and shifts: one bilinear look-up for all images, whichever of them each one drew.</summary>
internal static class GeometricChanges
{
    /// <summary>Whether a change is one of them.</summary>
    public static bool Has(ChangeKind kind) => kind is ChangeKind.Rotate or >= ChangeKind.ShearX;

    /// <summary>The changed images.</summary>
    /// <param name="images">float32 [N, C, H, W].</param>
    /// <param name="changes">One per image.</param>
    /// <param name="background">[1, C, 1, 1]: what comes in from outside.</param>
    public static Tensor Apply(Tensor images, Change[] changes, Tensor background)
    {
        var aspect = (double)images.shape[3] / images.shape[2];
        var matrices = tensor(changes.SelectMany(change => Matrix(change, aspect)).ToArray(), [changes.Length, 2, 3]);
        var grid = nn.functional.affine_grid(matrices, images.shape);
        return nn.functional.grid_sample(images - background, grid, align_corners: false) + background;
    }

    /// <summary>Where a pixel of the result comes from, from -1 to 1; shears hold the upper left corner, as Pillow's do.</summary>
    private static float[] Matrix(Change change, double aspect)
    {
        var amount = change.Level * change.Sign;
        switch (change.Kind)
        {
            case ChangeKind.ShearX:
                var x = (float)(0.3 * amount / aspect);
                return [1, x, x, 0, 1, 0];
            case ChangeKind.ShearY:
                var y = (float)(0.3 * amount * aspect);
                return [1, 0, 0, y, 1, y];
            case ChangeKind.TranslateX:
                return [1, 0, (float)(0.9 * amount), 0, 1, 0];
            case ChangeKind.TranslateY:
                return [1, 0, 0, 0, 1, (float)(0.9 * amount)];
            default:
                var (sin, cos) = Math.SinCos(amount * Math.PI / 6);
                return [(float)cos, (float)(-sin / aspect), 0, (float)(sin * aspect), (float)cos, 0];
        }
    }
}
