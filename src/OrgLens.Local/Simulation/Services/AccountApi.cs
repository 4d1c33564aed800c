using System.Text.Json.Nodes;
using OrgLens.Local.Simulation.Api;
using OrgLens.Local.Simulation.Api.Protocols;
using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Services;

/// <summary>AWS Account Management: who an account is, whom to ask, which Regions it can use.</summary>
internal static class AccountApi
{
    public static ApiService Service { get; } = new("account", ApiProtocol.RestJson,
    [
        ApiOperation.Single("GetAccountInformation", ["AccountId"], Information, "POST /getAccountInformation"),
        ApiOperation.Single("GetContactInformation", ["AccountId"], Contact, "POST /getContactInformation"),
        ApiOperation.Single("GetAlternateContact", ["AccountId", "AlternateContactType"], Alternate, "POST /getAlternateContact"),
        ApiOperation.Single("GetRegionOptStatus", ["AccountId", "RegionName"], RegionStatus, "POST /getRegionOptStatus"),
        ApiOperation.Paged(
            "ListRegions", ["AccountId", "MaxResults", "NextToken", "RegionOptStatusContains"], new ApiPaging("Regions") { Maximum = 50, Usual = 20 }, Regions,
            route: "POST /listRegions"),
    ]);

    private static JsonObject Information(ApiCall call)
    {
        var account = Own(call);
        return new JsonObject
        {
            ["AccountId"] = account.Id,
            ["AccountName"] = account.Name,
            ["AccountCreatedDate"] = Wire.Iso(account.JoinedAt),
            ["AccountState"] = "ACTIVE",
        };
    }

    private static JsonObject Contact(ApiCall call)
    {
        var contact = Contacts.Primary(Own(call));
        return new JsonObject
        {
            ["ContactInformation"] = new JsonObject
            {
                ["FullName"] = contact.FullName,
                ["AddressLine1"] = contact.Address,
                ["AddressLine2"] = contact.AddressMore,
                ["City"] = contact.City,
                ["PostalCode"] = contact.PostalCode,
                ["CountryCode"] = contact.Country,
                ["PhoneNumber"] = contact.Phone,
                ["CompanyName"] = contact.Company,
                ["WebsiteUrl"] = contact.Website,
            },
        };
    }

    private static JsonObject Alternate(ApiCall call)
    {
        var type = call.Required("AlternateContactType");
        if (type is not ("BILLING" or "OPERATIONS" or "SECURITY"))
        {
            throw call.BadInput($"Value '{type}' at 'alternateContactType' failed to satisfy constraint: Member must satisfy enum value set: [BILLING, OPERATIONS, SECURITY]");
        }

        var contact = Contacts.Alternate(call.World.Plan, Own(call), type.ToLowerInvariant())
            ?? throw new ApiException("ResourceNotFoundException", "No contact of the inputted alternate contact type found.");
        return new JsonObject
        {
            ["AlternateContact"] = new JsonObject
            {
                ["Name"] = contact.Name,
                ["Title"] = contact.Title,
                ["EmailAddress"] = contact.Email,
                ["PhoneNumber"] = contact.Phone,
                ["AlternateContactType"] = type,
            },
        };
    }

    private static JsonObject RegionStatus(ApiCall call)
    {
        var name = call.Required("RegionName");
        return RegionAccess.Of(Own(call)).All.Where(entry => entry.Region == name).Select(Describe).FirstOrDefault() ?? throw call.BadInput($"The Region name {name} is not valid.");
    }

    private static IEnumerable<JsonNode?> Regions(ApiCall call)
    {
        var wanted = call.Input.Texts("RegionOptStatusContains");
        return RegionAccess.Of(Own(call)).All.Where(entry => wanted.Count == 0 || wanted.Contains(entry.Status)).Select(Describe);
    }

    private static JsonObject Describe((string Region, string Status) entry) => new() { ["RegionName"] = entry.Region, ["RegionOptStatus"] = entry.Status };

    /// <summary>Only the management account and its delegates may ask about another account, and only by another role.</summary>
    private static SimulatedAccount Own(ApiCall call) => call.Input.Text("AccountId") is { } other && other != call.Account.Id
        ? throw Refusal.ByPolicy(call)
        : call.Account;
}
