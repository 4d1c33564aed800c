using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.SQS;
using Amazon.Lambda.Core;
using Amazon.Lambda.SQSEvents;
using AWS.Lambda.Powertools.Logging;
using OrgLens.Audit.Products;

namespace OrgLens.Functions.Audit;

/// <summary>Applies events of Service Catalog to the products of the organization.</summary>
/// <param name="batches">Deals with a batch.</param>
public sealed class AuditProductsFunction(TrailBatches<ProductAudit> batches)
{
    /// <summary>
    /// Takes events that came over the bus or from a trail file, and those that a spoke's rule could not deliver; messages that failed
    /// go back to their queue, the others are done.
    /// </summary>
    [LambdaFunction(ResourceName = "AuditProducts", Role = "@AuditProductsRole", MemorySize = 512, Timeout = 120)]
    [SQSEvent("@ProductQueue", ResourceName = "ProductQueue", BatchSize = 50, MaximumBatchingWindowInSeconds = 1, MaximumConcurrency = 5)]
    [SQSEvent("@ProductLetterQueue", ResourceName = "ProductLetterQueue", BatchSize = 50, MaximumBatchingWindowInSeconds = 1, MaximumConcurrency = 2)]
    [Logging(ClearState = true)]
    public Task<SQSBatchResponse> AuditProducts(SQSEvent batch, ILambdaContext context) => batches.ProcessAsync(batch, context);
}
