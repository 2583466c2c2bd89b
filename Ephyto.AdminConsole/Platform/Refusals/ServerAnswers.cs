using System.Buffers;
using System.IO.Pipelines;

namespace Ephyto.AdminConsole.Platform.Refusals;

/// <summary>
/// What the server writes to one connection. It passes as it comes; only from the moment the server has refused a request, which ends the
/// connection, it is looked at before it goes out, and the bare answer gets its words.
/// </summary>
internal sealed class ServerAnswers(PipeWriter inner, ServerRefusalPages pages) : PipeWriter
{
    private volatile Held? _held;
    private Held? _lent;

    public override bool CanGetUnflushedBytes => inner.CanGetUnflushedBytes;

    public override long UnflushedBytes => inner.UnflushedBytes + (_held?.Bytes.WrittenCount ?? 0);

    /// <param name="toHead">Whether the head alone was asked for.</param>
    public void Refuse(bool toHead) => _held ??= new(new(), toHead);

    // What was lent before the refusal is given back to where it came from.
    public override Memory<byte> GetMemory(int sizeHint = 0) => (_lent = _held)?.Bytes.GetMemory(sizeHint) ?? inner.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) =>
        (_lent = _held) is { } held ? held.Bytes.GetSpan(sizeHint) : inner.GetSpan(sizeHint);

    public override void Advance(int bytes)
    {
        if (_lent is { } held) held.Bytes.Advance(bytes);
        else inner.Advance(bytes);
    }

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) =>
        _held is { Bytes.WrittenCount: > 0 } held ? FlushAsync(held, cancellationToken) : inner.FlushAsync(cancellationToken);

    public override void CancelPendingFlush() => inner.CancelPendingFlush();

    public override void Complete(Exception? exception = null)
    {
        if (_held is { } held) Pass(held);
        inner.Complete(exception);
    }

    public override ValueTask CompleteAsync(Exception? exception = null)
    {
        if (_held is { } held) Pass(held);
        return inner.CompleteAsync(exception);
    }

    private async ValueTask<FlushResult> FlushAsync(Held held, CancellationToken ct)
    {
        if (await pages.InsteadOfAsync(held.Bytes.WrittenMemory, held.ToHead) is { } page)
        {
            held.Bytes.Clear();
            inner.Write(page);
        }

        Pass(held);
        return await inner.FlushAsync(ct);
    }

    private void Pass(Held held)
    {
        inner.Write(held.Bytes.WrittenSpan);
        held.Bytes.Clear();
    }

    private sealed record Held(ArrayBufferWriter<byte> Bytes, bool ToHead);
}
