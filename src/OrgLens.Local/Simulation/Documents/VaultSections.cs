namespace OrgLens.Local.Simulation.Documents;

/// <summary>Rows of the <c>security</c> section about keys, trails, secrets and certificates.</summary>
internal static class VaultSections
{
    public static void WriteKeys(PythonJsonWriter json, SnapshotScope scope)
    {
        foreach (var key in scope.Estate.Vault.Keys(scope.Date))
        {
            json.StartRow();
            json.Field("key_id", key.Id);
            json.Field("arn", scope.Estate.Arn("kms", "key/" + key.Id));
            json.Field("description", key.Description);
            json.Field("key_usage", "ENCRYPT_DECRYPT");
            json.Field("key_state", key.IsEnabled ? "Enabled" : "Disabled");
            json.Field("creation_date", key.CreatedAt);
            json.Field("enabled", key.IsEnabled);
            json.Field("key_rotation_enabled", key.Rotates);
            json.EndObject();
        }
    }

    public static void WriteTrails(PythonJsonWriter json, SnapshotScope scope)
    {
        foreach (var trail in scope.Estate.Vault.Trails(scope.Date))
        {
            json.StartRow();
            json.Field("name", trail.Name);
            json.Field("arn", trail.Arn(scope.Account));
            json.Field("is_logging", trail.IsLogging);
            json.Field("is_multi_region", trail.IsMultiRegion);
            json.Field("include_global_events", true);
            json.Field("s3_bucket", scope.Home.Storage.BucketName(1));
            json.Null("kms_key_id");
            json.Field("log_file_validation", trail.IsMultiRegion);
            json.Field("recent_events_count", 0L);
            json.Field("latest_delivery_time", scope.Plan.Rows is null ? scope.Date.Midnight().AddHours(1).AddSeconds(21) : trail.StartedAt);
            json.Field("start_logging_time", trail.StartedAt);
            json.Field("stop_logging_time", trail.StoppedAt(scope.Window));
            json.EndObject();
        }
    }

    public static void WriteSecrets(PythonJsonWriter json, SnapshotScope scope)
    {
        foreach (var secret in scope.Estate.Vault.Secrets(scope.Date))
        {
            json.StartRow();
            json.Field("name", secret.Name);
            json.Field("arn", secret.Arn(scope.Estate));
            json.Field("description", secret.Description);
            json.Field("created_date", secret.CreatedAt);
            json.Field("last_changed_date", secret.ChangedAt);
            json.Field("last_accessed_date", secret.AccessedOn);
            json.Field("rotation_enabled", secret.Rotates);
            json.Field("rotation_lambda_arn", secret.Rotates == true ? scope.Estate.Arn("lambda", "function:secret-rotation") : null);
            json.Null("kms_key_id");
            json.StartArray("tags");
            json.StartObject();
            json.Field("Key", "team");
            json.Field("Value", secret.Team);
            json.EndObject();
            json.EndArray();
            json.EndObject();
        }
    }

    public static void WriteCertificates(PythonJsonWriter json, SnapshotScope scope)
    {
        foreach (var certificate in scope.Estate.Vault.Certificates(scope.Date))
        {
            json.StartRow();
            json.Field("arn", scope.Estate.Arn("acm", "certificate/" + certificate.Id));
            json.Field("domain_name", certificate.Domain);
            json.Texts("subject_alternative_names", certificate.Names);
            json.Field("status", certificate.Status);
            json.Field("type", certificate.IsImported ? "IMPORTED" : "AMAZON_ISSUED");
            json.Field("key_algorithm", certificate.KeyAlgorithm);
            json.Field("signature_algorithm", "SHA256WITHRSA");
            json.Field("created_at", certificate.IsImported ? null : certificate.NotBefore);
            json.Field("issued_at", certificate.IsImported ? null : certificate.NotBefore);
            json.Field("not_before", certificate.NotBefore);
            json.Field("not_after", certificate.NotAfter);
            json.Field("renewal_eligibility", certificate.IsImported ? "INELIGIBLE" : "ELIGIBLE");
            json.EmptyArray("key_usages");
            json.EmptyArray("extended_key_usages");
            json.EndObject();
        }
    }
}
