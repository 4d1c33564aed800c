namespace OrgLens.Aws;

/// <summary>How a service's requests and answers are written.</summary>
/// <remarks>https://smithy.io/2.0/aws/protocols/index.html</remarks>
public enum AwsProtocol
{
    /// <summary>awsJson 1.0: the operation is named in a header, input and output are JSON objects.</summary>
    Json10,

    /// <summary>awsJson 1.1: the same with another content type.</summary>
    Json11,

    /// <summary>restJson: the operation is a method and a path, the output is a JSON object.</summary>
    RestJson,

    /// <summary>restXml: the operation is a method and a path, the output is an XML element.</summary>
    RestXml,

    /// <summary>awsQuery: a form with <c>Name.member.N</c> lists, the output is an XML element in a wrapper.</summary>
    Query,

    /// <summary>ec2Query: a form with <c>Name.N</c> lists, the output is an XML element.</summary>
    Ec2,
}
