using System.Text.Json.Nodes;
using OrgLens.Aws;

namespace OrgLens.Sender.Collectors.Account;

/// <summary>The account itself: its name and state, what the deployer says about it, and its contacts where they are wanted.</summary>
/// <remarks>
/// https://docs.aws.amazon.com/accounts/latest/reference/api-reference.html;
/// the organization's view of it is open to the management account and delegated administrators only, so that a denial there is no gap.
/// </remarks>
internal static class AccountDetails
{
    private const string Contacts = "account.contact_info";
    private const string Alternates = "account.alternate_contacts";
    private const string Products = "account.product";

    private static readonly AwsOperation GetAccountInformation = AwsServices.Account.Post("GetAccountInformation", "/getAccountInformation");
    private static readonly AwsOperation GetContactInformation = AwsServices.Account.Post("GetContactInformation", "/getContactInformation");
    private static readonly AwsOperation GetAlternateContact = AwsServices.Account.Post("GetAlternateContact", "/getAlternateContact");
    private static readonly AwsOperation DescribeAccount = AwsServices.Organizations.Operation("DescribeAccount");

    private static readonly string[] Unset = ["ResourceNotFoundException"];
    private static readonly string[] NotOurs = ["AccessDeniedException", "AWSOrganizationsNotInUseException", "AccountNotFoundException"];
    private static readonly string[] AlternateTypes = ["BILLING", "OPERATIONS", "SECURITY"];

    // Members of the document and of the answer.
    private static readonly (string Name, string Member)[] ContactMembers =
    [
        ("address_line1", "AddressLine1"), ("address_line2", "AddressLine2"), ("address_line3", "AddressLine3"), ("city", "City"),
        ("country_code", "CountryCode"), ("postal_code", "PostalCode"), ("state_or_region", "StateOrRegion"), ("company_name", "CompanyName"),
        ("phone_number", "PhoneNumber"), ("website_url", "WebsiteUrl"), ("full_name", "FullName"),
    ];

    private static readonly (string Name, string Member)[] AlternateMembers = [("name", "Name"), ("title", "Title"), ("email", "EmailAddress"), ("phone", "PhoneNumber")];

    public static readonly Collector Collector = new("account")
    {
        Scope = CollectorScope.Global,
        Operations = [GetAccountInformation, GetContactInformation, GetAlternateContact, DescribeAccount],
        Others = [new(Contacts, "account"), new(Alternates, "account"), new(Products, "account")],
        CollectAsync = CollectAsync,
    };

    private static async Task CollectAsync(CollectorRun run, CancellationToken cancellationToken)
    {
        var information = run.TryCallAsync(GetAccountInformation, null, [], cancellationToken);
        var member = run.TryCallAsync(DescribeAccount, new JsonObject { ["AccountId"] = run.Account.AccountId }, NotOurs, cancellationToken);
        var contact = ContactAsync(run, cancellationToken);
        var alternates = AlternatesAsync(run, cancellationToken);
        var (own, inOrganization, primary, others) =
            ((await information).GetValueOrDefault(), (await member).GetValueOrDefault().Child("Account"), await contact, await alternates);
        run.Output(Products).Count(run.Options.Products.Count);
        run.Write(row =>
        {
            row.Text("account_id", run.Account.AccountId);
            row.Text("account_name", own.Text("AccountName") ?? inOrganization.Text("Name"));
            row.Text("account_email", run.Options.IncludeContacts ? inOrganization.Text("Email") : null);
            row.Text("account_status", own.Text("AccountState") ?? inOrganization.Text("State") ?? "ACTIVE");
            row.Text("account_arn", inOrganization.Text("Arn"));
            row.Text("partner_name", run.Options.Partner);
            row.Text("customer_name", run.Options.Customer);
            row.Text("category", run.Options.Category);
            row.Text("account_type", run.Options.Environment);
            row.Text("joined_method", inOrganization.Text("JoinedMethod"));
            row.Instant("joined_timestamp", own.Instant("AccountCreatedDate") ?? inOrganization.Instant("JoinedTimestamp"));
            row.Text("region", CoverageEntry.Global);
            row.Text("product", run.Options.Products.Count > 0 ? string.Join(',', run.Options.Products) : null);
            row.Nested("contact_info", info => Copy(info, primary, ContactMembers));
            row.Nested("alternate_contacts", contacts =>
            {
                foreach (var (type, value) in others)
                {
                    if (value.IsMissing)
                    {
                        contacts.Text(type, null);
                    }
                    else
                    {
                        contacts.Nested(type, alternate => Copy(alternate, value, AlternateMembers));
                    }
                }
            });
        });
    }

    private static async Task<AwsValue> ContactAsync(CollectorRun run, CancellationToken cancellationToken)
    {
        var output = run.Output(Contacts);
        if (!run.Options.IncludeContacts)
        {
            output.Incomplete(CoverageStatus.NotEnabled, "switched off");
            return default;
        }

        var contact = (await output.TryCallAsync(GetContactInformation, null, Unset, cancellationToken)).GetValueOrDefault().Child("ContactInformation");
        output.Count(contact.IsMissing ? 0 : 1);
        return contact;
    }

    private static async Task<IReadOnlyList<(string Type, AwsValue Contact)>> AlternatesAsync(CollectorRun run, CancellationToken cancellationToken)
    {
        var output = run.Output(Alternates);
        if (!run.Options.IncludeContacts)
        {
            output.Incomplete(CoverageStatus.NotEnabled, "switched off");
            return [];
        }

        var contacts = await Task.WhenAll(AlternateTypes.Select(async type => (
            type.ToLowerInvariant(),
            (await output.TryCallAsync(GetAlternateContact, new JsonObject { ["AlternateContactType"] = type }, Unset, cancellationToken))
                .GetValueOrDefault().Child("AlternateContact"))));
        output.Count(contacts.Count(contact => !contact.Item2.IsMissing));
        return contacts;
    }

    private static void Copy(RowWriter row, AwsValue value, IEnumerable<(string Name, string Member)> members)
    {
        if (!value.IsMissing)
        {
            foreach (var (name, member) in members)
            {
                row.Text(name, value.Text(member));
            }
        }
    }
}
