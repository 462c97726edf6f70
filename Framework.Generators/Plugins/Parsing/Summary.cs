using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Espalier.Generators.Plugins.Parsing;

/// <summary>The XML summary of a symbol as plain text. There is one only where the project generates its documentation file.</summary>
internal static class Summary
{
    public static string Of(ISymbol symbol, CancellationToken cancellation)
    {
        var xml = symbol.GetDocumentationCommentXml(cancellationToken: cancellation);
        if (string.IsNullOrWhiteSpace(xml))
        {
            return "";
        }

        try
        {
            var text = new StringBuilder();
            foreach (var node in XElement.Parse("<doc>" + xml + "</doc>").Descendants("summary").Take(1).Nodes())
            {
                Append(text, node);
            }

            return string.Join(" ", text.ToString().Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
        }
        catch (XmlException)
        {
            // The compiler warns of it.
            return "";
        }
    }

    private static void Append(StringBuilder text, XNode node)
    {
        switch (node)
        {
            case XText plain:
                text.Append(plain.Value);
                break;
            case XElement { IsEmpty: false } element:
                foreach (var inner in element.Nodes())
                {
                    Append(text, inner);
                }

                break;
            case XElement element:
                var reference = (string?)(element.Attribute("cref") ?? element.Attribute("name") ?? element.Attribute("langword")) ?? "";
                text.Append(Last(reference));
                break;
        }
    }

    // "P:Demo.Options.Ratio" is Ratio, "M:Demo.Options.Problems()" is Problems.
    private static string Last(string reference)
    {
        var end = reference.IndexOf('(');
        var name = (end < 0 ? reference : reference.Substring(0, end)).Split('.', ':').Last();
        var arity = name.IndexOf('`');
        return arity < 0 ? name : name.Substring(0, arity);
    }
}
