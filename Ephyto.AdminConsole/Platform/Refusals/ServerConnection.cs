using System.IO.Pipelines;
using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;

namespace Ephyto.AdminConsole.Platform.Refusals;

/// <summary>
/// A connection whose answers can be completed. What encrypts it stands behind this one and puts a transport of its own in the place of the
/// first: the answers are always those of the last, where they are still plain.
/// </summary>
internal sealed class ServerConnection : ConnectionContext
{
    private readonly ConnectionContext _inner;
    private readonly ServerRefusalPages _pages;
    private Plain _transport;

    public ServerConnection(ConnectionContext inner, ServerRefusalPages pages)
    {
        (_inner, _pages) = (inner, pages);
        _transport = new(inner.Transport, pages);
        inner.Features.Set(this);
    }

    public override string ConnectionId { get => _inner.ConnectionId; set => _inner.ConnectionId = value; }

    public override IFeatureCollection Features => _inner.Features;

    public override IDictionary<object, object?> Items { get => _inner.Items; set => _inner.Items = value; }

    public override CancellationToken ConnectionClosed { get => _inner.ConnectionClosed; set => _inner.ConnectionClosed = value; }

    public override EndPoint? LocalEndPoint { get => _inner.LocalEndPoint; set => _inner.LocalEndPoint = value; }

    public override EndPoint? RemoteEndPoint { get => _inner.RemoteEndPoint; set => _inner.RemoteEndPoint = value; }

    public override IDuplexPipe Transport { get => _transport; set => _transport = value as Plain ?? new(value, _pages); }

    /// <summary>The server has refused a request, and answers it as the last thing on this connection.</summary>
    public void Refuse(bool toHead) => _transport.Answers.Refuse(toHead);

    public override void Abort() => _inner.Abort();

    public override void Abort(ConnectionAbortedException abortReason) => _inner.Abort(abortReason);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _inner.DisposeAsync();
    }

    private sealed class Plain(IDuplexPipe inner, ServerRefusalPages pages) : IDuplexPipe
    {
        public ServerAnswers Answers { get; } = new(inner.Output, pages);

        public PipeReader Input => inner.Input;

        public PipeWriter Output => Answers;
    }
}
