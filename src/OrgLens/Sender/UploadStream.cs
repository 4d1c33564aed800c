using Amazon.S3;
using Amazon.S3.Model;
using OrgLens.Aws;

namespace OrgLens.Sender;

/// <summary>
/// An object that is written while its content is made. What fits into one part is put at once; more goes up part by part, so that memory
/// holds one part whatever the object's size. Only <see cref="CompleteAsync"/> makes the object appear.
/// </summary>
/// <param name="s3">The client.</param>
/// <param name="target">Bucket and key.</param>
/// <param name="key">Name of the object.</param>
/// <param name="partBytes">Size of a part; S3 takes 5 MiB or more.</param>
/// <remarks>https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html</remarks>
public sealed class UploadStream(IAmazonS3 s3, SnapshotTarget target, string key, int partBytes = 8 * 1024 * 1024) : Stream
{
    private readonly MemoryStream _part = new();
    private readonly List<PartETag> _parts = [];
    private string? _uploadId;
    private bool _isComplete;

    /// <summary>Bytes written so far.</summary>
    public long Written { get; private set; }

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Written += buffer.Length;
        while (buffer.Length > 0)
        {
            if (_part.Length == partBytes)
            {
                await UploadPartAsync(cancellationToken);
            }

            var fits = buffer[..(int)Math.Min(buffer.Length, partBytes - _part.Length)];
            _part.Write(fits.Span);
            buffer = buffer[fits.Length..];
        }
    }

    /// <inheritdoc/>
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>Makes the object appear.</summary>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        if (_uploadId is null)
        {
            _part.Position = 0;
            await s3.PutObjectAsync(
                new PutObjectRequest { BucketName = target.Bucket, Key = key, InputStream = _part, AutoCloseStream = false, ContentType = "application/json" }.EncryptedWith(target.KmsKeyId),
                cancellationToken);
        }
        else
        {
            await UploadPartAsync(cancellationToken);
            await s3.CompleteMultipartUploadAsync(
                new CompleteMultipartUploadRequest { BucketName = target.Bucket, Key = key, UploadId = _uploadId, PartETags = _parts }, cancellationToken);
        }

        _isComplete = true;
    }

    /// <summary>Gives up what was not completed.</summary>
    public override async ValueTask DisposeAsync()
    {
        if (_uploadId is not null && !_isComplete)
        {
            // The caller's token may be what ended the upload; parts that stay are removed by the bucket's lifecycle.
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
            try
            {
                await s3.AbortMultipartUploadAsync(
                    new AbortMultipartUploadRequest { BucketName = target.Bucket, Key = key, UploadId = _uploadId }, patience.Token);
            }
            catch (Exception exception) when (exception is AmazonS3Exception or HttpRequestException or OperationCanceledException)
            {
            }
        }

        await _part.DisposeAsync();
        await base.DisposeAsync();
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("Parts go up asynchronously.");

    private async Task UploadPartAsync(CancellationToken cancellationToken)
    {
        _uploadId ??= (await s3.InitiateMultipartUploadAsync(
            Encrypted(new InitiateMultipartUploadRequest { BucketName = target.Bucket, Key = key, ContentType = "application/json" }), cancellationToken)).UploadId;
        _part.Position = 0;
        var number = _parts.Count + 1;
        var answer = await s3.UploadPartAsync(
            new UploadPartRequest { BucketName = target.Bucket, Key = key, UploadId = _uploadId, PartNumber = number, InputStream = _part, PartSize = _part.Length },
            cancellationToken);
        _parts.Add(new PartETag(number, answer.ETag));
        _part.SetLength(0);
    }

    private InitiateMultipartUploadRequest Encrypted(InitiateMultipartUploadRequest request)
    {
        if (target.KmsKeyId is { Length: > 0 } id)
        {
            request.ServerSideEncryptionMethod = ServerSideEncryptionMethod.AWSKMS;
            request.ServerSideEncryptionKeyManagementServiceKeyId = id;
        }

        return request;
    }
}
