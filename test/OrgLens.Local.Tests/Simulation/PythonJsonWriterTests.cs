using System.Text;
using System.Text.Json;
using OrgLens.Local.Simulation.Documents;

namespace OrgLens.Local.Tests.Simulation;

public sealed class PythonJsonWriterTests
{
    [Fact]
    public void A_sample_document_written_again_is_the_same_to_the_byte()
    {
        foreach (var path in SampleDocuments.Paths())
        {
            var bytes = File.ReadAllBytes(path);

            Assert.Equal(Encoding.UTF8.GetString(bytes), Write(json => Copy(json, JsonDocument.Parse(bytes).RootElement)));
        }
    }

    [Theory]
    [InlineData(0.0, "0.0")]
    [InlineData(20, "20.0")]
    [InlineData(-0.5, "-0.5")]
    [InlineData(4.2755e-06, "4.2755e-06")]
    [InlineData(0.0001, "0.0001")]
    [InlineData(1.5e15, "1500000000000000.0")]
    [InlineData(2.332705474799994, "2.332705474799994")]
    public void Numbers_are_in_the_notation_of_Python(double value, string expected) => Assert.Equal(expected, PythonNumber.Format(value));

    [Fact]
    public void Escapes_what_Python_escapes_and_nothing_else() => Assert.Equal(
        "\"a\\\"\\\\/<>&'+\\n\\u0000\\u007f\\u00e9\\ud83d\\ude00\"",
        Write(json => json.Text("a\"\\/<>&'+\n\0\u007f\u00e9\ud83d\ude00")));

    [Fact]
    public void Instants_have_microseconds_only_where_there_are_some() => Assert.Equal(
        "{\n    \"whole\": \"2026-01-07T10:00:00+00:00\",\n    \"part\": \"2026-01-07T10:00:00.123000+00:00\",\n    \"none\": null\n}",
        Write(json =>
        {
            var instant = new DateTimeOffset(2026, 1, 7, 10, 0, 0, TimeSpan.Zero);
            json.StartObject();
            json.Field("whole", instant);
            json.Field("part", instant.AddMilliseconds(123));
            json.Field("none", (DateTimeOffset?)null);
            json.EndObject();
        }));

    private static string Write(Action<PythonJsonWriter> write)
    {
        using var stream = new MemoryStream();
        var json = new PythonJsonWriter(stream, isMinified: false);
        write(json);
        json.Flush();
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Copy(PythonJsonWriter json, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                json.StartObject();
                foreach (var member in value.EnumerateObject())
                {
                    CopyMember(json, member);
                }

                json.EndObject();
                break;
            case JsonValueKind.Array:
                json.StartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Copy(json, item);
                }

                json.EndArray();
                break;
            default:
                json.Text(value.GetString());
                break;
        }
    }

    private static void CopyMember(PythonJsonWriter json, JsonProperty member)
    {
        switch (member.Value.ValueKind)
        {
            case JsonValueKind.Number when member.Value.TryGetInt64(out var whole):
                json.Field(member.Name, whole);
                break;
            case JsonValueKind.Number:
                json.Field(member.Name, member.Value.GetDouble());
                break;
            case JsonValueKind.True or JsonValueKind.False:
                json.Field(member.Name, member.Value.GetBoolean());
                break;
            default:
                json.Name(member.Name);
                Copy(json, member.Value);
                break;
        }
    }
}
