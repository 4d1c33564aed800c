using System.Text;

namespace Amazon.Lambda.Annotations.Generator.Source;

/// <summary>Indented lines of C#.</summary>
internal sealed class SourceLines
{
    private readonly StringBuilder _text = new();
    private int _depth;

    public void Add(params string[] lines)
    {
        foreach (var line in lines)
        {
            _text.Append(' ', line.Length == 0 ? 0 : 4 * _depth).Append(line).Append('\n');
        }
    }

    public void AddIf(bool condition, params string[] lines)
    {
        if (condition)
        {
            Add(lines);
        }
    }

    public void Block(Action write)
    {
        Add("{");
        _depth++;
        write();
        _depth--;
        Add("}");
    }

    public override string ToString() => _text.ToString();
}
