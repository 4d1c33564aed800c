namespace OrgLens.Database;

/// <summary>The steps of a rotation, in the order that Secrets Manager asks for them; it may ask for one more than once.</summary>
/// <remarks>https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_lambda-functions.html</remarks>
public enum RotationStep
{
    /// <summary>Make up the new content, under the label AWSPENDING.</summary>
    CreateSecret,

    /// <summary>Have the database let it in.</summary>
    SetSecret,

    /// <summary>Enter with it.</summary>
    TestSecret,

    /// <summary>Make it the content that everybody gets.</summary>
    FinishSecret,
}
