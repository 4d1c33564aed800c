#nullable enable
using System.Text.Json;

namespace Amazon.StandIns;

/// <summary>Reads the member whose name the reader stands on into <paramref name="target"/>; false if it is not a known one.</summary>
internal delegate bool ReadMember<in T>(ref Utf8JsonReader json, T target);
