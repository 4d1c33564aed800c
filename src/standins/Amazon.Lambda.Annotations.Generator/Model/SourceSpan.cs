using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Amazon.Lambda.Annotations.Generator.Model;

/// <summary>A location without its syntax tree, which would keep a whole compilation alive.</summary>
internal sealed record SourceSpan(string Path, TextSpan Span, LinePositionSpan Lines)
{
    public static SourceSpan Of(SyntaxNode node) => new(node.SyntaxTree.FilePath, node.Span, node.GetLocation().GetLineSpan().Span);

    public Location ToLocation() => Location.Create(Path, Span, Lines);
}
