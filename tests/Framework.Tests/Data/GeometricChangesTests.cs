using Espalier.Data;
using static TorchSharp.torch;

namespace Espalier.Framework.Tests.Data;

/// <summary>Rotation, shears and shifts against a loop over pixels, and where they are exact.</summary>
public class GeometricChangesTests
{
    private const float Outside = 9;

    [Fact]
    public void Apply_NoAmount_ChangesNothing()
    {
        using var scope = NewDisposeScope();
        using var set = Sets.Known(5);
        var images = set.Images.to_type(ScalarType.Float32);
        Change[] changes = [.. Enum.GetValues<ChangeKind>().Where(GeometricChanges.Has).Select(static kind => new Change(kind, 0, 1))];
        Assert.True(GeometricChanges.Apply(images, changes, full([1, 3, 1, 1], 9f)).allclose(images, 1e-4, 1e-3));
    }

    [Theory]
    [InlineData(ChangeKind.TranslateX, 0, 2)]
    [InlineData(ChangeKind.TranslateY, 2, 0)]
    public void Apply_WholePixels_MovesTheImageAndFillsUp(object kind, int down, int right)
    {
        using var scope = NewDisposeScope();
        using var set = Sets.Known(1, 3, 10, 10);
        var images = set.Images.to_type(ScalarType.Float32);

        // 0.45 of the size at level 1: two pixels of ten.
        var actual = GeometricChanges.Apply(images, [new((ChangeKind)kind, 2 / 4.5, 1)], full([1, 3, 1, 1], 9f));
        var expected = full([1, 3, 10, 10], 9f);
        expected.narrow(2, 0, 10 - down).narrow(3, 0, 10 - right).copy_(images.narrow(2, down, 10 - down).narrow(3, right, 10 - right));
        Assert.True(actual.allclose(expected, 1e-4, 1e-2));
    }

    [Fact]
    public void Apply_RotationThereAndBack_GivesASmoothImage()
    {
        using var scope = NewDisposeScope();
        var ramp = (arange(32, dtype: ScalarType.Float32).reshape(1, 1, 1, 32) + (arange(32, dtype: ScalarType.Float32).reshape(1, 1, 32, 1) * 2)).expand(1, 1, 32, 32);
        var middle = full([1, 1, 1, 1], 46.5f);
        var there = GeometricChanges.Apply(ramp, [new(ChangeKind.Rotate, 1, 1)], middle);

        // A linear ramp turned by 30 degrees is a linear ramp: value = middle + gradient . (R d).
        var (sin, cos) = Math.SinCos(Math.PI / 6);
        for (var y = 12; y < 20; y++)
            for (var x = 12; x < 20; x++)
            {
                double dx = x - 15.5, dy = y - 15.5;
                var expected = 46.5 + ((cos * dx) - (sin * dy)) + (2 * ((sin * dx) + (cos * dy)));
                Assert.Equal(expected, there[0, 0, y, x].item<float>(), 1e-3);
            }
    }

    [Theory]
    [InlineData(8, 8)]
    [InlineData(7, 10)]
    public void Apply_EveryKind_EqualsAnExplicitLoop(int height, int width)
    {
        using var scope = NewDisposeScope();
        using var set = Sets.Known(4, 3, height, width);
        var images = set.Images.to_type(ScalarType.Float32);
        foreach (var kind in Enum.GetValues<ChangeKind>().Where(GeometricChanges.Has))
        {
            Change[] changes = [new(kind, 1, 1), new(kind, 0.37, -1), new(kind, 0.9, -1), new(kind, 0.05, 1)];
            var actual = Sets.Numbers(GeometricChanges.Apply(images, changes, full([1, 3, 1, 1], Outside)));
            var expected = changes.Index().SelectMany(change => Expected(change.Index, change.Item, height, width)).ToArray();
            Assert.Equal(expected.Length, actual.Length);
            Assert.All(expected.Zip(actual), pair => Assert.True(Math.Abs(pair.First - pair.Second) < 2e-2, $"{kind}: {pair}"));
        }
    }

    [Fact]
    public void Apply_MixedKinds_AreThoseOfEachByItself()
    {
        using var scope = NewDisposeScope();
        using var set = Sets.Known(5);
        var (images, outside) = (set.Images.to_type(ScalarType.Float32), full([1, 3, 1, 1], Outside));
        Change[] changes = [.. Enum.GetValues<ChangeKind>().Where(GeometricChanges.Has).Select((kind, i) => new Change(kind, 0.2 * (i + 1), i % 2 == 0 ? 1 : -1))];
        var alone = changes.Select((change, i) => GeometricChanges.Apply(images.narrow(0, i, 1), [change], outside)).ToArray();
        Assert.True(GeometricChanges.Apply(images, changes, outside).equal(cat(alone)).all().item<bool>());
    }

    [Theory]
    [InlineData(3, 1, 1)]
    [InlineData(3, -1, 3)]
    [InlineData(6, 1, 2)]
    [InlineData(12, 1, 0)]
    public void Apply_QuarterTurns_AreExact(double level, int sign, int quarters)
    {
        // A level is 30 degrees, counter-clockwise.
        using var scope = NewDisposeScope();
        using var set = Sets.Known(1, 3, 6, 6);
        var images = set.Images.to_type(ScalarType.Float32);
        var actual = GeometricChanges.Apply(images, [new(ChangeKind.Rotate, level, sign)], full([1, 3, 1, 1], Outside));
        for (var c = 0; c < 3; c++)
            for (var y = 0; y < 6; y++)
                for (var x = 0; x < 6; x++)
                {
                    var (row, column) = quarters switch { 1 => (x, 5 - y), 2 => (5 - y, 5 - x), 3 => (5 - x, y), _ => (y, x) };
                    Assert.Equal(Sets.Pixel(0, c, row, column), actual[0, c, y, x].item<float>(), 1e-2);
                }
    }

    /// <summary>In pixels, with centres at halves: where the pixel comes from, and the mean of the four around that place.</summary>
    private static IEnumerable<double> Expected(int n, Change change, int height, int width)
    {
        var amount = change.Level * change.Sign;
        var (sin, cos) = Math.SinCos(amount * Math.PI / 6);
        for (var c = 0; c < 3; c++)
            for (var y = 0.5; y < height; y++)
                for (var x = 0.5; x < width; x++)
                {
                    var (dx, dy) = (x - (width / 2.0), y - (height / 2.0));
                    var (fromX, fromY) = change.Kind switch
                    {
                        ChangeKind.Rotate => ((cos * dx) - (sin * dy) + (width / 2.0), (sin * dx) + (cos * dy) + (height / 2.0)),
                        ChangeKind.ShearX => (x + (0.3 * amount * y), y),
                        ChangeKind.ShearY => (x, y + (0.3 * amount * x)),
                        ChangeKind.TranslateX => (x + (0.45 * amount * width), y),
                        _ => (x, y + (0.45 * amount * height)),
                    };
                    yield return Sample(fromX - 0.5, fromY - 0.5, (row, column) =>
                        row < 0 || column < 0 || row >= height || column >= width ? Outside : Sets.Pixel(n, c, row, column));
                }
    }

    private static double Sample(double x, double y, Func<int, int, double> pixel)
    {
        var (left, top) = ((int)Math.Floor(x), (int)Math.Floor(y));
        var (u, v) = (x - left, y - top);
        return ((1 - u) * (1 - v) * pixel(top, left)) + (u * (1 - v) * pixel(top, left + 1)) + ((1 - u) * v * pixel(top + 1, left)) + (u * v * pixel(top + 1, left + 1));
    }
}
