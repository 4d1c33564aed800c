using OrgLens.Aws;
using OrgLens.Sender;
using OrgLens.Sender.Collectors.Inventory;

namespace OrgLens.Tests.Sender.Collectors;

public sealed class InstalledApplicationsTests
{
    private const string First =
        """
        {"Entities":[{"Id":"i-1","Data":{"AWS:Application":{"TypeName":"AWS:Application","SchemaVersion":"1.1","Content":[
         {"Name":"bash","Version":"5.2","Publisher":"Amazon","Architecture":"x86_64","ApplicationType":"System","InstalledTime":"2026-01-07T10:00:00Z"},
         {"Name":"zlib","Version":"1.3"}]}}}],"NextToken":"t"}
        """;

    [Fact]
    public async Task Applications_of_all_nodes_and_pages_are_listed()
    {
        var calls = new CannedCalls().Answer("GetInventory", First, input => !input.ContainsKey("NextToken"))
            .Answer("GetInventory", """{"Entities":[{"Id":"mi-2","Data":{"AWS:Application":{"Content":[{"Name":"bash","Version":"5.2"}]}}},{"Id":"i-3","Data":{}}]}""", input => (string?)input["NextToken"] == "t");
        var collected = await Collected.RunAsync(InstalledApplications.Collector, calls);
        JsonAssert.Equal(
            """
            [
              {"region":"eu-west-1","instance_id":"i-1","name":"bash","version":"5.2","publisher":"Amazon","architecture":"x86_64","application_type":"System","install_time":"2026-01-07T10:00:00Z"},
              {"region":"eu-west-1","instance_id":"i-1","name":"zlib","version":"1.3","publisher":null,"architecture":null,"application_type":null,"install_time":null},
              {"region":"eu-west-1","instance_id":"mi-2","name":"bash","version":"5.2","publisher":null,"architecture":null,"application_type":null,"install_time":null}
            ]
            """,
            collected.Rows("inventory.applications"));
        Assert.Equal((CoverageStatus.Complete, 3, 2), (collected.Ended("inventory.applications").Status, collected.Ended("inventory.applications").Items, collected.Ended("inventory.applications").Calls));
    }

    [Fact]
    public async Task A_failure_on_the_second_page_keeps_the_first()
    {
        var calls = new CannedCalls().Answer("GetInventory", First, input => !input.ContainsKey("NextToken"))
            .Fail("GetInventory", AwsErrorKind.Failed, "InternalServerError", input => input.ContainsKey("NextToken"));
        var collected = await Collected.RunAsync(InstalledApplications.Collector, calls);
        Assert.Equal(2, collected.Rows("inventory.applications").Count);
        Assert.Equal(CoverageStatus.Failed, collected.Ended("inventory.applications").Status);
    }
}
