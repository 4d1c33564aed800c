using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace OrgLens.Aws.Sdk;

internal sealed class SdkMarshaller : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var call = (SdkRequest)input;
        var wire = call.Input;
        var request = new DefaultRequest(input, $"Amazon.{call.Operation.Service.EndpointPrefix}")
        {
            HttpMethod = wire.Method,
            ResourcePath = wire.Path,
            UseQueryString = wire.Method == "GET" || wire.Query.Count > 0,
        };
        foreach (var (label, value) in wire.Labels)
        {
            request.AddPathResource(label, value);
        }

        foreach (var (name, values) in wire.Query)
        {
            if (values is [var only])
            {
                request.Parameters[name] = only;
            }
            else
            {
                request.ParameterCollection.Add(name, values);
            }
        }

        foreach (var (name, value) in wire.Headers)
        {
            request.Headers[name] = value;
        }

        if (wire.Body is not null)
        {
            request.Content = wire.Body;
        }

        if (wire.HostPrefix is not null)
        {
            request.HostPrefix = wire.HostPrefix;
        }

        return request;
    }
}
