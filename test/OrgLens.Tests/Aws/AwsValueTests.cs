using System.Text.Json.Nodes;
using OrgLens.Aws;
using OrgLens.Receiver;
using OrgLens.Tests.Sender;

namespace OrgLens.Tests.Aws;

public sealed class AwsValueTests
{
    private static readonly AwsOperation Json = AwsServices.Kms.Operation("ListKeys");
    private static readonly AwsOperation Xml = AwsServices.Rds.Operation("DescribeDBInstances");

    private static readonly AwsValue JsonValue = CannedCalls.Read(
        Json,
        """
        {"text":"t","number":1.25,"numberText":"0.0000012345","whole":7,"flag":true,"epoch":1767780000.123,"iso":"2026-01-07T10:00:00.000Z",
         "lambda":"2026-01-07T03:00:00.000+0000","nothing":null,"nested":{"a":{"b":"deep"}},"list":["x","y"],"map":{"k":{"v":"w"}},"no":false}
        """);

    private static readonly AwsValue XmlValue = CannedCalls.Read(
        Xml,
        """
        <DescribeDBInstancesResponse xmlns="http://rds.amazonaws.com/doc/2014-10-31/"><DescribeDBInstancesResult>
        <text>t</text><number>1.25</number><numberText>0.0000012345</numberText><whole>7</whole><flag>true</flag><iso>2026-01-07T10:00:00.000Z</iso>
        <nested><a><b>deep</b></a></nested><list><member>x</member><member>y</member></list>
        <map><entry><key>k</key><value><v>w</v></value></entry></map><no>false</no><Rule><Id>1</Id></Rule><Rule><Id>2</Id></Rule>
        </DescribeDBInstancesResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></DescribeDBInstancesResponse>
        """);

    [Fact]
    public void JSON_and_XML_read_alike()
    {
        foreach (var value in new[] { JsonValue, XmlValue })
        {
            Assert.Equal(("t", "deep"), (value.Text("text"), value.Text("nested.a.b")));
            Assert.Equal((1.25m, 0.0000012345m, 7L), (value.Number("number"), value.Number("numberText"), value.WholeNumber("whole")));
            Assert.Equal((true, false), (value.Flag("flag"), value.Flag("no")));
            Assert.Equal(new DateTimeOffset(2026, 1, 7, 10, 0, 0, TimeSpan.Zero), value.Instant("iso"));
            Assert.Equal(["x", "y"], value.Texts("list"));
            var (key, entry) = Assert.Single(value.Map("map"));
            Assert.Equal(("k", "w"), (key, entry.Text("v")));
        }
    }

    [Fact]
    public void What_is_not_there_reads_as_null_or_as_an_empty_list()
    {
        foreach (var value in new[] { JsonValue, XmlValue, default })
        {
            Assert.Null(value.Text("nothing"));
            Assert.Null(value.Number("missing"));
            Assert.Null(value.WholeNumber("missing"));
            Assert.Null(value.Flag("missing.further.down"));
            Assert.Null(value.Instant("missing"));
            Assert.Empty(value.List("missing"));
            Assert.Empty(value.Map("missing"));
            Assert.True(value.Child("missing").IsMissing);
        }
    }

    [Fact]
    public void Instants_come_as_seconds_and_as_text()
    {
        Assert.Equal(new DateTimeOffset(2026, 1, 7, 10, 0, 0, 123, TimeSpan.Zero), JsonValue.Instant("epoch"));
        Assert.Equal(new DateTimeOffset(2026, 1, 7, 3, 0, 0, TimeSpan.Zero), JsonValue.Instant("lambda"));
    }

    [Fact]
    public void What_has_another_form_is_an_error_that_names_the_member_and_not_the_value()
    {
        Func<object?>[] readings =
        [
            () => JsonValue.Text("number"), () => JsonValue.Number("text"), () => JsonValue.WholeNumber("number"), () => JsonValue.Flag("text"),
            () => JsonValue.Instant("text"), () => JsonValue.List("nested"), () => JsonValue.Map("list"), () => JsonValue.Text("text.further"),
            () => XmlValue.Text("nested"), () => XmlValue.Flag("text"), () => XmlValue.Number("text"),
        ];
        foreach (var reading in readings)
        {
            var failure = Assert.Throws<AwsAnswerException>(reading);
            Assert.Matches("^(kms:ListKeys|rds:DescribeDBInstances): [a-z]+ is ", failure.Message);
        }
    }

    [Fact]
    public void Flattened_lists_have_no_element_around_them() => Assert.Equal(["1", "2"], XmlValue.Flattened("Rule").Select(rule => rule.Text("Id")));

    [Fact]
    public void Values_are_written_as_JSON()
    {
        JsonAssert.Equal("""{"a":{"b":"deep"}}""", JsonNode.Parse(JsonText.Write(JsonValue.Child("nested").WriteTo)));
        JsonAssert.Equal("""{"a":{"b":"deep"}}""", JsonNode.Parse(JsonText.Write(XmlValue.Child("nested").WriteTo)));
        JsonAssert.Equal("""["x","y"]""", JsonNode.Parse(JsonText.Write(XmlValue.Child("list").WriteTo)));
        Assert.Equal("null", JsonText.Write(XmlValue.Child("missing").WriteTo));
    }
}
