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
        WriteContact(json, account);
        json.Name("alternate_contacts");
        json.StartObject();
        WriteAlternate(json, scope, "billing", "Accounts Payable", "Finance");
        WriteAlternate(json, scope, "operations", "Platform On-Call", "Operations");
        WriteAlternate(json, scope, "security", "Security Desk", "CISO Office");
        json.EndObject();
        json.EndObject();
    }

    private static void WriteContact(PythonJsonWriter json, SimulatedAccount account)
    {
        var draw = account.Stream.Child("contact");
        json.Name("contact_info");
        json.StartRow();
        json.Field("address_line1", $"{draw.Int(1, 200)} Example Way");
        json.Field("address_line2", "Tour de l\u2019Exemple");
        json.Null("address_line3");
        json.Field("city", draw.Pick(["Dublin", "Z\u00fcrich", "Singapore", "M\u00e1laga"]));
        json.Field("country_code", draw.Pick(["IE", "CH", "SG", "ES"]));
        json.Field("postal_code", $"0{draw.Int(10000, 99999)}");
        json.Null("state_or_region");
        json.Field("company_name", account.Customer);
        json.Field("phone_number", $"+1-555-01{draw.Int(0, 100):00}");
        json.Field("website_url", "https://www.example.com");
        json.Field("full_name", $"{account.Product} Team");
        json.EndObject();
    }

    private static void WriteAlternate(PythonJsonWriter json, SnapshotScope scope, string kind, string name, string title)
    {
        var draw = scope.Account.Stream.Child("contact").Child(kind);
        if (scope.Plan.Rows is null && (scope.Account.IsRestricted || draw.Chance(0.2)))
        {
            json.Null(kind);
            return;
        }

        json.Name(kind);
        json.StartRow();
        json.Field("name", name);
        json.Field("title", title);
        json.Field("email", $"{kind}@example.com");
        json.Field("phone", $"+1-555-01{draw.Int(0, 100):00}");
        json.EndObject();
    }
}
