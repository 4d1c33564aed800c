using Amazon.Extensions.NETCore.Setup;
using Amazon.Runtime;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

public static class ServiceCollectionExtensions
{
    public static IServiceCollection AddDefaultAWSOptions(this IServiceCollection collection, AWSOptions options)
    {
        collection.Add(new ServiceDescriptor(typeof(AWSOptions), options));
        return collection;
    }

    public static IServiceCollection AddDefaultAWSOptions(
        this IServiceCollection collection, Func<IServiceProvider, AWSOptions> implementationFactory, ServiceLifetime lifetime = ServiceLifetime.Singleton)
    {
        collection.Add(new ServiceDescriptor(typeof(AWSOptions), implementationFactory, lifetime));
        return collection;
    }

    public static IServiceCollection TryAddDefaultAWSOptions(this IServiceCollection collection, AWSOptions options)
    {
        collection.TryAdd(new ServiceDescriptor(typeof(AWSOptions), options));
        return collection;
    }

    public static IServiceCollection TryAddDefaultAWSOptions(
        this IServiceCollection collection, Func<IServiceProvider, AWSOptions> implementationFactory, ServiceLifetime lifetime = ServiceLifetime.Singleton)
    {
        collection.TryAdd(new ServiceDescriptor(typeof(AWSOptions), implementationFactory, lifetime));
        return collection;
    }

    public static IServiceCollection AddAWSService<TService>(this IServiceCollection collection, ServiceLifetime lifetime = ServiceLifetime.Singleton)
        where TService : IAmazonService => collection.AddAWSService<TService>((AWSOptions)null, lifetime);

    public static IServiceCollection AddAWSService<TService>(
        this IServiceCollection collection, AWSOptions options, ServiceLifetime lifetime = ServiceLifetime.Singleton)
        where TService : IAmazonService
    {
        collection.Add(Describe<TService>(options, lifetime));
        return collection;
    }

    public static IServiceCollection TryAddAWSService<TService>(this IServiceCollection collection, ServiceLifetime lifetime = ServiceLifetime.Singleton)
        where TService : IAmazonService => collection.TryAddAWSService<TService>(null, lifetime);

    public static IServiceCollection TryAddAWSService<TService>(
        this IServiceCollection collection, AWSOptions options, ServiceLifetime lifetime = ServiceLifetime.Singleton)
        where TService : IAmazonService
    {
        collection.TryAdd(Describe<TService>(options, lifetime));
        return collection;
    }

    public static IServiceCollection AddKeyedAWSService<TService>(
        this IServiceCollection collection, object serviceKey, ServiceLifetime lifetime = ServiceLifetime.Singleton)
        where TService : IAmazonService => collection.AddKeyedAWSService<TService>(serviceKey, null, lifetime);

    public static IServiceCollection AddKeyedAWSService<TService>(
        this IServiceCollection collection, object serviceKey, AWSOptions options, ServiceLifetime lifetime = ServiceLifetime.Singleton)
        where TService : IAmazonService
    {
        collection.Add(DescribeKeyed<TService>(serviceKey, options, lifetime));
        return collection;
    }

    public static IServiceCollection TryAddKeyedAWSService<TService>(
        this IServiceCollection collection, object serviceKey, ServiceLifetime lifetime = ServiceLifetime.Singleton)
        where TService : IAmazonService => collection.TryAddKeyedAWSService<TService>(serviceKey, null, lifetime);

    public static IServiceCollection TryAddKeyedAWSService<TService>(
        this IServiceCollection collection, object serviceKey, AWSOptions options, ServiceLifetime lifetime = ServiceLifetime.Singleton)
        where TService : IAmazonService
    {
        collection.TryAdd(DescribeKeyed<TService>(serviceKey, options, lifetime));
        return collection;
    }

    private static ServiceDescriptor Describe<TService>(AWSOptions options, ServiceLifetime lifetime)
        where TService : IAmazonService =>
        new(typeof(TService), services => ClientFactory.Create<TService>(services, options), lifetime);

    private static ServiceDescriptor DescribeKeyed<TService>(object serviceKey, AWSOptions options, ServiceLifetime lifetime)
        where TService : IAmazonService =>
        new(typeof(TService), serviceKey, (services, _) => ClientFactory.Create<TService>(services, options), lifetime);
}
