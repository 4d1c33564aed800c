#nullable enable
using System.Text.Json;

namespace Amazon.StandIns;

/// <summary>Writes the members of <paramref name="value"/>; the braces around them are the caller's.</summary>
internal delegate void WriteMembers<in T>(Utf8JsonWriter json, T value);
