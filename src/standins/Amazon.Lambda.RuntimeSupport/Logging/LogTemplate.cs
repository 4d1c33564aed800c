using System.Globalization;
using System.Text;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>A message with holes such as {count}, {0}, {@order} or {price:N2}.</summary>
internal sealed class LogTemplate
{
    private readonly List<object> _parts;

    private LogTemplate(List<object> parts)
    {
        _parts = parts;
        Holes = [.. parts.OfType<LogTemplateHole>()];
        IsPositional = ArePositions(Holes);
    }

    public IReadOnlyList<LogTemplateHole> Holes { get; }

    private bool IsPositional { get; }

    /// <summary>A message without arguments is taken literally, braces and all.</summary>
    public static LogTemplate Parse(LogEntry entry) => entry.Arguments is { Length: > 0 } ? Parse(entry.Template) : new LogTemplate([entry.Template]);

    public string Fill(object[] arguments)
    {
        var text = new StringBuilder();
        var index = 0;
        foreach (var part in _parts)
        {
            text.Append(part is LogTemplateHole hole ? Fill(hole, index++, arguments) : (string)part);
        }

        return text.ToString();
    }

    public bool TryGetArgument(int holeIndex, object[] arguments, out object argument)
    {
        var index = IsPositional ? int.Parse(Holes[holeIndex].Name, CultureInfo.InvariantCulture) : holeIndex;
        argument = index < arguments.Length ? arguments[index] : null;
        return index < arguments.Length;
    }

    private string Fill(LogTemplateHole hole, int index, object[] arguments) =>
        TryGetArgument(index, arguments, out var argument) ? hole.Format(argument) : hole.Token;

    private static LogTemplate Parse(string template)
    {
        var parts = new List<object>();
        var text = new StringBuilder();
        for (var i = 0; i < template.Length; i++)
        {
            var close = template[i] == '{' ? template.IndexOf('}', i + 1) : -1;
            if (template[i] == '{' && i + 1 < template.Length && template[i + 1] == '{')
            {
                text.Append("{{");
                i++;
            }
            else if (close > i + 1)
            {
                parts.Add(text.ToString());
                text.Clear();
                parts.Add(new LogTemplateHole(template[i..(close + 1)]));
                i = close;
            }
            else
            {
                text.Append(template[i]);
            }
        }

        parts.Add(text.ToString());
        return new LogTemplate(parts);
    }

    /// <summary>Positional when the names are the numbers 0 to n without a gap.</summary>
    private static bool ArePositions(IReadOnlyList<LogTemplateHole> holes)
    {
        var positions = new HashSet<int>();
        foreach (var hole in holes)
        {
            if (!int.TryParse(hole.Name, NumberStyles.Integer, CultureInfo.InvariantCulture, out var position))
            {
                return false;
            }

            positions.Add(position);
        }

        return positions.Count > 0 && positions.Min() == 0 && positions.Max() == positions.Count - 1;
    }
}
