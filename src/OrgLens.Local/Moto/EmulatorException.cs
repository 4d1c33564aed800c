using System.Net;
using System.Text;
using System.Text.Json;

namespace OrgLens.Local.Moto;

/// <summary>The emulator refused a call.</summary>
internal sealed class EmulatorException(string code, string message) : Exception(message)
{
    /// <summary>The error code, such as <c>ResourceNotFoundException</c>.</summary>
    public string Code { get; } = code;

    public static EmulatorException From(string operation, HttpStatusCode status, byte[] body)
    {
        var code = ReadCode(body) ?? status.ToString();
        return new EmulatorException(code, $"{operation} failed with {code}: {Encoding.UTF8.GetString(body)}");
    }

    private static string? ReadCode(byte[] body)
    {
        try
        {
            using var error = JsonDocument.Parse(body);
            return error.RootElement.TryGetProperty("__type", out var type) ? type.GetString()?.Split('#')[^1] : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
