using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Documents;

internal static class AccountSection
{
    public static void Write(PythonJsonWriter json, SnapshotScope scope)
    {
        var account = scope.Account;
        json.Name("account");
        json.StartRow();
        json.Field("account_id", account.Id);
        json.Field("account_name", account.Name);
        json.Null("account_email");
        json.Field("account_status", "ACTIVE");
        json.Null("account_arn");
        json.Field("partner_name", account.Partner);
        json.Field("customer_name", account.Customer);
        json.Field("category", account.Category);
        json.Field("account_type", account.Environment);
        json.Null("joined_method");
        json.Field("joined_timestamp", account.JoinedAt);
        json.Field("region", scope.Estate.Region);
        json.Field("product", account.IsRestricted ? "None" : account.Product);
        WriteContact(json, Contacts.Primary(account));
        json.Name("alternate_contacts");
        json.StartObject();
        foreach (var kind in Contacts.Kinds)
        {
            WriteAlternate(json, kind, Contacts.Alternate(scope.Plan, account, kind));
        }

        json.EndObject();
        json.EndObject();
    }

    private static void WriteContact(PythonJsonWriter json, PrimaryContact contact)
    {
        json.Name("contact_info");
        json.StartRow();
        json.Field("address_line1", contact.Address);
        json.Field("address_line2", contact.AddressMore);
        json.Null("address_line3");
        json.Field("city", contact.City);
        json.Field("country_code", contact.Country);
        json.Field("postal_code", contact.PostalCode);
        json.Null("state_or_region");
        json.Field("company_name", contact.Company);
        json.Field("phone_number", contact.Phone);
        json.Field("website_url", contact.Website);
        json.Field("full_name", contact.FullName);
        json.EndObject();
    }

    private static void WriteAlternate(PythonJsonWriter json, string kind, AlternateContact? contact)
    {
        if (contact is null)
        {
            json.Null(kind);
            return;
        }

        json.Name(kind);
        json.StartRow();
        json.Field("name", contact.Name);
        json.Field("title", contact.Title);
        json.Field("email", contact.Email);
        json.Field("phone", contact.Phone);
        json.EndObject();
    }
}
