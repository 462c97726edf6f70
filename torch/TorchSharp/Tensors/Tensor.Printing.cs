using System.Collections;
using System.Globalization;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    /// <content>A tensor as text, or as nested lists.</content>
    public partial class Tensor
    {
        /// <summary>The tensor as text.</summary>
        /// <param name="style">What is shown.</param>
        /// <param name="fltFormat">A .NET format for floating-point numbers.</param>
        /// <param name="width">Where lines are broken.</param>
        /// <param name="cultureInfo">How numbers are written; invariant by default.</param>
        /// <param name="newLine">What separates lines.</param>
        public string ToString(
            TensorStringStyle style, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null,
            string? newLine = null) =>
            new TensorPrinter(fltFormat, width, cultureInfo, newLine)
                .Print(this, style == TorchSharp.TensorStringStyle.Default ? torch.TensorStringStyle : style);

        /// <summary>The tensor as text, with its values whatever <paramref name="disamb"/> is.</summary>
        public string ToString(
            bool disamb, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null) =>
            ToString(TorchSharp.TensorStringStyle.Julia, fltFormat, width, cultureInfo, newLine);

        /// <summary>The elements as scalars in nested lists, one level for each dimension.</summary>
        public object tolist() => ndim == 0 ? ToScalar() : new ArrayList(Array.ConvertAll(unbind(), Nested));

        private static object Nested(Tensor part)
        {
            using (part)
            {
                return part.tolist();
            }
        }
    }
}
