using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AWS.Lambda.Powertools.Logging.Internal;

/// <summary>The case of keys, of our own and of those in logged objects.</summary>
internal sealed class OutputNaming : JsonNamingPolicy
{
    private static readonly OutputNaming Snake = new(SnakeCaseLower.ConvertName);
    private static readonly OutputNaming Camel = new(name => CamelCase.ConvertName(Joined(name)));
    private static readonly OutputNaming Pascal = new(Joined);

    private readonly ConcurrentDictionary<string, string> converted = new(StringComparer.Ordinal);
    private readonly Func<string, string> convert;

    private OutputNaming(Func<string, string> convert) => this.convert = convert;

    public static OutputNaming For(LoggerOutputCase outputCase) => outputCase switch
    {
        LoggerOutputCase.CamelCase => Camel,
        LoggerOutputCase.PascalCase => Pascal,
        _ => Snake,
    };

    public override string ConvertName(string name) => converted.GetOrAdd(name, convert);

    public JsonSerializerOptions OptionsFrom(JsonSerializerOptions given)
    {
        var options = given is null ? new JsonSerializerOptions() : new JsonSerializerOptions(given);
        options.PropertyNamingPolicy = this;
        options.DictionaryKeyPolicy = this;
        options.Encoder ??= JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        return options;
    }

    private static string Joined(string name) => string.Concat(
        name.Split('_', StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
