#nullable enable
using System.Text.Json;

namespace Amazon.StandIns;

/// <summary>Reads the value on whose first token the reader stands.</summary>
internal delegate T ReadValue<out T>(ref Utf8JsonReader json);
