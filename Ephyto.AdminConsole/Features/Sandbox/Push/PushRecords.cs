using System.Text;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Sandbox.Calls;
using Ephyto.AdminConsole.Features.Sandbox.Operations;
using Ephyto.AdminConsole.Features.Sandbox.Server;
using Ephyto.Domain.Common;
using Ephyto.Domain.Sandbox;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Sandbox.Push;

/// <summary>Writes down a call that was made to an address, and what it changes, in one transaction.</summary>
internal sealed class PushRecords(
    IDbContextFactory<ConsoleDbContext> contexts, SandboxNews news, CountedCertificates counted, TimeProvider time)
{
    private const int LongestArgument = 500;

    /// <param name="push">With the attempt that was just made.</param>
    public async Task CommitAsync(SandboxPush push, PushOutcome outcome, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        // One call of an organization after the other, as with those that it makes.
        await using var transaction = await db.LockNppoAsync(push.NppoId, ct);
        var now = time.GetUtcNow().UtcDateTime;
        var next = PushSchedule.IsTriedAgain(outcome.Result)
            ? PushSchedule.NextAt(push.Attempts, now, Random.Shared.NextDouble()) : null;
        var same = db.Set<SandboxPush>().Where(each => each.Id == push.Id);
        if (next is { } at) await same.ExecuteUpdateAsync(set => set.SetProperty(each => each.NextAt, at), ct);
        else await same.ExecuteDeleteAsync(ct);

        var envelope = await db.Set<SandboxEnvelope>().SingleOrDefaultAsync(e => e.TrackingNumber == push.TrackingNumber, ct);
        Dictionary<SandboxFirst, string> done = [];
        if (envelope is not null && !push.TellsState && outcome.HasArrived) Arrive(envelope, outcome, done, now);
        var known = await db.FirstsOfAsync(push.NppoId, ct);
        if (done.Keys.Except(known).Any() && !await counted.CountsAsync(db, envelope!, now, ct)) done.Clear();
        if (outcome.HasArrived) done[SandboxFirst.ConnectionAnswered] = "";
        var firsts = db.MarkFirsts(push.NppoId, push.ConnectionCode, "", known, done, now);
        db.Add(CallOf(push, outcome, next is null, now));
        try
        {
            await news.CommitAsync(db, transaction,
                new[] { push.NppoId, envelope?.FromNppoId, envelope?.ToNppoId }.OfType<Guid>(), firsts ? [push.NppoId] : [], ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // The envelope changed or was forgotten in this moment. The call is made again when its time is over, if it is needed still.
        }
    }

    private static void Arrive(SandboxEnvelope envelope, PushOutcome outcome, Dictionary<SandboxFirst, string> done, DateTime now)
    {
        done[SandboxFirst.Received] = envelope.TrackingNumber;
        envelope.Fetch(now);
        // A system may have acknowledged by a call of its own before it answered. The first word stays.
        if (!envelope.IsPending) return;
        if (outcome.State is not { } state) return;
        envelope.Acknowledge(state, outcome.Words, now);
        if (state != TrackingState.FailedDelivery) done[SandboxFirst.Acknowledged] = envelope.TrackingNumber;
    }

    private static SandboxCall CallOf(SandboxPush push, PushOutcome outcome, bool isLast, DateTime now) => new()
    {
        At = now,
        NppoId = push.NppoId,
        ConnectionCode = push.ConnectionCode,
        Direction = SandboxDirection.Out,
        Operation = push.TellsState ? "SetTrackingInfoUpdate" : "DeliverEnvelope",
        Outcome = outcome switch
        {
            { Result: PushResult.Fault } or { State: TrackingState.FailedDelivery } => SandboxOutcome.Refused,
            { HasArrived: true } => SandboxOutcome.Answered,
            _ => SandboxOutcome.Failed,
        },
        HttpStatus = outcome.HttpStatus ?? 0,
        DurationMilliseconds = (int)Math.Min(outcome.Took.TotalMilliseconds, int.MaxValue),
        RequestBytes = Encoding.UTF8.GetByteCount(outcome.Request),
        AnswerBytes = Encoding.UTF8.GetByteCount(outcome.Answer ?? ""),
        TrackingNumber = push.TrackingNumber,
        Explanations =
        [
            new(outcome.HasArrived ? SandboxReason.PushTaken : isLast ? SandboxReason.PushGivenUp : SandboxReason.PushNotTaken,
                outcome.HasArrived ? null : $"{push.Attempts}/{PushSchedule.MostAttempts}", outcome.Code,
                [.. outcome.Arguments.Select(argument => FreeText.Beginning(argument, LongestArgument))]),
            .. outcome.Finding is { } finding ? [new(SandboxReason.PushAnswerNotByContract, SentValue.InSentence(finding))]
                : Array.Empty<SandboxExplanation>(),
        ],
        Request = Kept(outcome.Request),
        Answer = Kept(outcome.Answer ?? ""),
    };

    private static string? Kept(string text) =>
        text.Length == 0 ? null : SoapReader.TextOf(Encoding.UTF8.GetBytes(text), Encoding.UTF8);
}
