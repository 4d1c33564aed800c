using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using OrgLens.Local.Simulation.Estate;
using OrgLens.Sender;

namespace OrgLens.Tests.Sender.Simulated;

/// <summary>Names, addresses and phone numbers of people: in the document where they are wanted, in the log never.</summary>
public sealed class PersonalDataTests
{
    private static readonly JsonSerializerOptions s_readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nothing_personal_is_in_the_document_when_it_is_switched_off(bool isOn)
    {
        var run = await SimulatedRun.SharedAsync();
        var options = SimulatedRun.OptionsOf(run.Account) with { IncludeContacts = isOn };
        var (_, coverage, snapshot) = await SimulatedRun.CollectAsync(run.Answers, new SendRequest { Regions = run.Account.Regions }, options);
        using var text = new GZipStream(new MemoryStream(snapshot.Stored), CompressionMode.Decompress);
        var document = JsonNode.Parse(text)!.ToJsonString(s_readable);
        Assert.All(Personal(run), value => Assert.Equal((value, isOn), (value, document.Contains(value, StringComparison.Ordinal))));
        Assert.All(coverage.Where(entry => entry.Collector is "account.contact_info" or "account.alternate_contacts"), entry =>
            Assert.Equal(isOn ? CoverageStatus.Complete : CoverageStatus.NotEnabled, entry.Status));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(CallFault.DeniedByPolicy)]
    [InlineData(CallFault.UnknownValues)]
    public async Task Nothing_personal_is_in_what_is_said_of_a_run(CallFault? fault)
    {
        var run = await SimulatedRun.SharedAsync();
        var target = run.Answers.Made.First(call => call.Operation.Name == "GetContactInformation");
        var calls = fault is { } wrong ? new FaultyCalls(run.Answers, target, wrong) : new FaultyCalls(run.Answers);
        var (_, coverage, _) = await SimulatedRun.CollectAsync(calls, new SendRequest { Regions = run.Account.Regions }, SimulatedRun.OptionsOf(run.Account));
        var said = string.Join('\n', coverage.Select(entry => entry.ToString()));
        Assert.All(Personal(run), value => Assert.DoesNotContain(value, said, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Personal(SimulatedRun run)
    {
        var contact = Contacts.Primary(run.Account);
        var alternates = Contacts.Kinds.Select(kind => Contacts.Alternate(SimulatedRun.Organization, run.Account, kind)).OfType<AlternateContact>();
        var cases = SupportDesk.Cases(run.Account, SimulatedRun.Now);
        return [contact.Address, contact.Phone, contact.FullName, contact.PostalCode, .. alternates.SelectMany(each => new[] { each.Name, each.Email, each.Phone }), .. cases.Select(asked => asked.SubmittedBy)];
    }
}
