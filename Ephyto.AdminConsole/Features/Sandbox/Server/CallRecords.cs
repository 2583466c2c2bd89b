using System.Text;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Sandbox.Calls;
using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;
using Ephyto.Domain.Sandbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Ephyto.AdminConsole.Features.Sandbox.Server;

/// <summary>How a call went.</summary>
/// <param name="Operation">As it was called, perhaps none of the contract's.</param>
/// <param name="Body">What was read of it.</param>
internal sealed record CallEnd(string Operation, SandboxOutcome Outcome, SandboxBody Body, SandboxAnswer Answer);

/// <summary>Writes calls down as they happened, with what they did, in one transaction.</summary>
internal sealed class CallRecords(SandboxNews news, TimeProvider time)
{
    private const int MostExplanations = 20;

    /// <param name="transaction">In which everything of the call is done; the lock of the organization is held in it.</param>
    /// <param name="request">With when it began.</param>
    /// <param name="call">Whose, and what it did.</param>
    /// <param name="end">How it went.</param>
    /// <param name="ct">Cancels.</param>
    public async Task CommitAsync(
        IDbContextTransaction transaction, SandboxRequest request, SandboxContext call, CallEnd end, CancellationToken ct)
    {
        var (db, caller) = (call.Db, call.Caller);
        call.Done.TryAdd(SandboxFirst.CertificateUsed, "");
        if (caller.Settings.Delivery == DeliveryMode.Pull) call.Done.TryAdd(SandboxFirst.ConnectionAnswered, "");
        var firsts = db.MarkFirsts(caller.NppoId, caller.Code, caller.Thumbprint, call.Known, call.Done, call.Now);
        db.Add(new SandboxCall
        {
            At = call.Now,
            NppoId = caller.NppoId,
            ConnectionCode = caller.Code,
            Direction = SandboxDirection.In,
            Operation = FreeText.Beginning(end.Operation, SandboxCall.MaximumOperation),
            Outcome = end.Outcome,
            HttpStatus = end.Answer.Status,
            DurationMilliseconds = Milliseconds(request),
            RequestBytes = end.Body.Bytes.Length,
            AnswerBytes = end.Answer.Body.Length,
            TrackingNumber = call.TrackingNumber,
            Explanations = [.. call.Explanations.Take(MostExplanations).Select(Short)],
            Thumbprint = caller.Thumbprint,
            Request = SoapReader.TextOf(end.Body.Bytes, end.Body.Charset),
            Answer = SoapReader.TextOf(end.Answer.Body, Encoding.UTF8),
        });
        await news.CommitAsync(db, transaction, call.Concerned.Append(caller.NppoId), firsts ? [caller.NppoId] : [], ct);
    }

    /// <summary>
    /// Of a call of which nobody was recognised. What it said was not even read: the operation is what its header names.
    /// </summary>
    public async Task CommitAsync(ConsoleDbContext db, IDbContextTransaction transaction, SandboxRequest request,
        Recognition recognized, string operation, SandboxAnswer answer, CancellationToken ct)
    {
        db.Add(new SandboxCall
        {
            At = time.GetUtcNow().UtcDateTime,
            NppoId = recognized.NppoId,
            Direction = SandboxDirection.In,
            Operation = operation,
            // The description is for everybody who shows a certificate.
            Outcome = request.WsdlAddress is null || answer.Status >= StatusCodes.Status400BadRequest
                ? SandboxOutcome.NotRecognized : SandboxOutcome.Answered,
            HttpStatus = answer.Status,
            DurationMilliseconds = Milliseconds(request),
            AnswerBytes = answer.Body.Length,
            Explanations = [recognized.Why!],
            Thumbprint = request.Certificate?.Thumbprint,
            CertificateSubject = request.Certificate is { } shown ? FreeText.Beginning(shown.Subject, SandboxCall.MaximumSubject) : null,
        });
        await news.CommitAsync(db, transaction, [recognized.NppoId ?? Guid.Empty], [], ct);
    }

    private int Milliseconds(SandboxRequest request) =>
        (int)Math.Min(time.GetElapsedTime(request.BegunAt).TotalMilliseconds, int.MaxValue);

    private static SandboxExplanation Short(SandboxExplanation explanation) =>
        explanation.Detail?.Replace('\0', '\uFFFD') is { } detail
            // The place of a finding is one long word, and bounded already.
            ? explanation with { Detail = explanation.Met is null ? SentValue.InSentence(detail) : detail } : explanation;
}
