using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;

namespace Ephyto.AdminConsole.Platform.Refusals;

/// <summary>
/// Keeps what the framework itself writes of a refusal (in English, as plain text, for developers) from going out: the
/// console answers in its own words instead. Everything else passes untouched.
/// </summary>
internal sealed class FrameworkTextFilter(IHttpResponseBodyFeature inner, HttpResponse response) : Stream, IHttpResponseBodyFeature
{
    private PipeWriter? _writer;

    /// <summary>Something went out, or is about to.</summary>
    public bool Passed { get; private set; }

    public Stream Stream => this;

    public PipeWriter Writer =>
        IsForDevelopers ? _writer ??= PipeWriter.Create(this, new StreamPipeWriterOptions(leaveOpen: true)) : inner.Writer;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    private bool IsForDevelopers
    {
        get
        {
            var theirs = !response.HasStarted && response.StatusCode >= 400
                && response.ContentType?.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase) is true;
            Passed |= !theirs;
            return theirs;
        }
    }

    public void DisableBuffering() => inner.DisableBuffering();

    public Task StartAsync(CancellationToken cancellationToken = default) =>
        IsForDevelopers ? Task.CompletedTask : inner.StartAsync(cancellationToken);

    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) =>
        IsForDevelopers ? Task.CompletedTask : inner.SendFileAsync(path, offset, count, cancellationToken);

    public async Task CompleteAsync()
    {
        if (IsForDevelopers) return;
        if (_writer is not null) await _writer.FlushAsync();
        await inner.CompleteAsync();
    }

    public override void Flush()
    {
        if (!IsForDevelopers) inner.Stream.Flush();
    }

    public override Task FlushAsync(CancellationToken cancellationToken) =>
        IsForDevelopers ? Task.CompletedTask : inner.Stream.FlushAsync(cancellationToken);

    public override void Write(byte[] buffer, int offset, int count)
    {
        if (!IsForDevelopers) inner.Stream.Write(buffer, offset, count);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        IsForDevelopers ? Task.CompletedTask : inner.Stream.WriteAsync(buffer, offset, count, cancellationToken);

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        IsForDevelopers ? ValueTask.CompletedTask : inner.Stream.WriteAsync(buffer, cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
