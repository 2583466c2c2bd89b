using Ephyto.AdminConsole.Features.Sandbox.Calls;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Sandbox;

namespace Ephyto.AdminConsole.Tests.Features.Sandbox.Traffic;

/// <summary>Calls and envelopes as the server keeps them, and as open pages hear of them.</summary>
internal static class TrafficWorld
{
    /// <summary>At the present moment of the test.</summary>
    public static SandboxCall Call(
        this ConsoleHost host, Guid? nppo, string operation = "GetProfile", SandboxOutcome outcome = SandboxOutcome.Answered,
        SandboxReason? why = null, string? number = null, string request = "<a><b>1</b></a>", string? detail = null,
        string? met = null) => new()
        {
            At = host.Time.GetUtcNow().UtcDateTime,
            NppoId = nppo,
            ConnectionCode = nppo is null ? null : "CI",
            Operation = operation,
            Outcome = outcome,
            HttpStatus = outcome == SandboxOutcome.Answered ? 200 : 500,
            DurationMilliseconds = 12,
            RequestBytes = request.Length,
            AnswerBytes = 2048,
            TrackingNumber = number,
            Explanations = why is { } reason ? [new(reason, detail, met, met is null ? null : [])] : [],
            Thumbprint = new string('A', 64),
            Request = request,
            Answer = "<answer/>",
        };

    /// <summary>Keeps it and tells open pages, as the server does.</summary>
    public static async Task HappenAsync(this ConsoleHost host, params SandboxCall[] calls) => await host.StoreAsync(async db =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        db.AddRange(calls);
        await host.Get<SandboxNews>().CommitAsync(db, transaction, calls.Select(call => call.NppoId ?? Guid.Empty), [], default);
        return true;
    });

    public static SandboxEnvelope Envelope(this ConsoleHost host, Guid? from, Guid? to, string number = "CI-2026-1")
    {
        var envelope = SandboxEnvelope.Send(
            new("CI", "XA", 851, 70, number), EnvelopeForm.Text, "<certificate/>", 14, host.Time.GetUtcNow().UtcDateTime);
        envelope.BelongTo(from, to);
        return envelope;
    }
}
