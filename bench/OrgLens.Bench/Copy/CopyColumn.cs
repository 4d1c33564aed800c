using System.Globalization;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace OrgLens.Bench.Copy;

/// <summary>A column that is filled from a member of the row.</summary>
/// <param name="Name">The column.</param>
/// <param name="Type">Its type.</param>
/// <param name="Member">The member, when it is called otherwise.</param>
/// <param name="Otherwise">Text to write where the member is missing or null.</param>
internal sealed record CopyColumn(string Name, NpgsqlDbType Type, string? Member = null, string? Otherwise = null)
{
    // Looking members up as UTF-8 saves a conversion for each value.
    private readonly byte[] _member = System.Text.Encoding.UTF8.GetBytes(Member ?? Name);

    public void Write(NpgsqlBinaryImporter copy, JsonElement row)
    {
        if (!row.TryGetProperty(_member, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            if (Otherwise is null)
            {
                copy.WriteNull();
            }
            else
            {
                copy.Write(Otherwise, Type);
            }

            return;
        }

        switch (Type)
        {
            case NpgsqlDbType.Text:
                copy.Write(value.GetString()!, Type);
                break;
            case NpgsqlDbType.TimestampTz:
                copy.Write(Instant(value), Type);
                break;
            case NpgsqlDbType.Numeric:
                copy.Write(value.GetDecimal(), Type);
                break;
            case NpgsqlDbType.Integer:
                copy.Write((int)value.GetDecimal(), Type);
                break;
            case NpgsqlDbType.Boolean:
                copy.Write(value.GetBoolean(), Type);
                break;
            case NpgsqlDbType.Jsonb:
                copy.Write(value.GetRawText(), Type);
                break;
            default:
                throw new InvalidOperationException($"No column is {Type}.");
        }
    }

    // Most instants are ISO 8601; install_time is a bare 20260115, and Python writes a space for the T.
    private static DateTime Instant(JsonElement value)
    {
        if (value.TryGetDateTimeOffset(out var instant))
        {
            return instant.UtcDateTime;
        }

        var text = value.GetString()!;
        return (DateTimeOffset.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant)
            ? instant
            : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)).UtcDateTime;
    }
}
