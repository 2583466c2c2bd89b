using System.Text;
using System.Xml.Linq;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Sandbox.Calls;
using Ephyto.AdminConsole.Features.Sandbox.Messages;
using Ephyto.AdminConsole.Field.HubService;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Sandbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Sandbox.Server;

/// <summary>
/// Answers a call. All that it changes, the record of the call itself too, is committed before the answer goes: what was answered outlives
/// the death of the process.
/// </summary>
internal sealed partial class SandboxService(
    IDbContextFactory<ConsoleDbContext> contexts, HubContract contract, IEnumerable<ISandboxOperations> operations, CallRecords records,
    SandboxTurns turns, ServiceSentences text, Allowances allowances, IOptions<SandboxOptions> options, TimeProvider time,
    ILogger<SandboxService> logger)
{
    public const string Wsdl = "?wsdl";

    private readonly Dictionary<string, SandboxOperation> _operations =
        operations.SelectMany(group => group.Operations).ToDictionary(operation => operation.Key, operation => operation.Value);

    /// <summary>Of every operation of the contract; the tests compare.</summary>
    public IReadOnlyCollection<string> Operations => _operations.Keys;

    public async Task<SandboxAnswer> AnswerAsync(SandboxRequest request, CancellationToken ct)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            var now = time.GetUtcNow().UtcDateTime;
            var recognized = request.Certificate is { } shown
                ? await db.RecognizeAsync(shown, now, ct)
                : Recognition.Nobody(null, SandboxReason.NoCertificate);
            if (recognized.Caller is not { } caller) return await RefuseStrangerAsync(db, request, recognized, ct);
            if (!await TakeAsync(db, PerMinute(options.Value), $"{caller.NppoId}", ct))
                return await RefuseBusyAsync(db, request, caller, ct);
            return await AnswerAsync(db, request, caller, ct);
        }
        catch (Exception failed) when (IsOwn(failed, ct))
        {
            SayFailed(logger, failed);
            return Fault(new(SandboxReason.OwnFault));
        }
    }

    /// <summary>Whoever called is not the one who went away.</summary>
    private static bool IsOwn(Exception failed, CancellationToken ct) =>
        failed is not OperationCanceledException || !ct.IsCancellationRequested;

    private async Task<SandboxAnswer> AnswerAsync(
        ConsoleDbContext db, SandboxRequest request, Caller caller, CancellationToken ct)
    {
        var body = request.WsdlAddress is null ? await request.ReadAsync(ct) : SandboxBody.Unread;
        var asked = request.WsdlAddress is null ? Asked.Nothing : Asked.Description;
        try
        {
            if (request.WsdlAddress is null) asked = Look(body, request.Action);
            return await AnswerAsync(db, request, caller, body, asked, ct);
        }
        catch (Exception failed) when (IsOwn(failed, ct))
        {
            SayFailed(logger, failed);
            return await NoteFailureAsync(request, caller, body, asked, ct);
        }
    }

    private async Task<SandboxAnswer> AnswerAsync(
        ConsoleDbContext db, SandboxRequest request, Caller caller, SandboxBody body, Asked asked, CancellationToken ct)
    {
        await using var turn = await turns.BeginAsync(db, caller.NppoId, ct);
        SandboxContext call = new(db, caller, await db.FirstsOfAsync(caller.NppoId, ct), time.GetUtcNow().UtcDateTime);
        call.Explanations.AddRange(asked.Noticed);
        var (name, answer, outcome) = request.WsdlAddress is { } address
            ? (Wsdl, Description(address), SandboxOutcome.Answered)
            : await ReplyAsync(call, asked, ct);
        if (body.Status is { } status) answer = answer with { Status = status };
        await records.CommitAsync(turn.Transaction, request, call, new(name, outcome, body, answer), ct);
        return answer;
    }

    /// <summary>Nothing that was begun is kept, but that it was, and what was sent.</summary>
    private async Task<SandboxAnswer> NoteFailureAsync(
        SandboxRequest request, Caller caller, SandboxBody body, Asked asked, CancellationToken ct)
    {
        SandboxExplanation why = new(SandboxReason.OwnFault);
        var answer = Fault(why);
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var turn = await turns.BeginAsync(db, caller.NppoId, ct);
        SandboxContext call = new(db, caller, await db.FirstsOfAsync(caller.NppoId, ct), time.GetUtcNow().UtcDateTime);
        call.Explanations.Add(why);
        await records.CommitAsync(turn.Transaction, request, call, new(asked.Name, SandboxOutcome.Failed, body, answer), ct);
        return answer;
    }

    /// <summary>All that can be known of a call before its turn.</summary>
    private Asked Look(SandboxBody body, string action)
    {
        var read = body.Problem is null ? SoapReader.Read(body.Bytes, body.Charset) : new(null, body.Problem);
        if (read.Element is not { } element) return Asked.Refused(NameOf(action), read.Problem!);
        if (contract.CalledBy(element.Name) is not { } operation) return Asked.Refused(element.Name.LocalName, new(
            contract.Operations.ContainsKey(element.Name.LocalName) ? SandboxReason.WrongNamespace : SandboxReason.UnknownOperation,
            element.Name.ToString()));
        List<SandboxExplanation> noticed = [];
        if (contract.Validate(element) is [var finding, ..]) noticed.Add(new(SandboxReason.NotByContract, finding));
        if (!operation.IsNamed(action)) noticed.Add(new(SandboxReason.ActionUnlikeBody, action));
        return new(operation.Name, operation, _operations[operation.Name](element), null, noticed);
    }

    /// <summary>What is called, as the caller says it.</summary>
    private string NameOf(string action) => contract.NamedBy(action)?.Name ?? "";

    private async Task<(string Operation, SandboxAnswer Answer, SandboxOutcome Outcome)> ReplyAsync(
        SandboxContext call, Asked asked, CancellationToken ct)
    {
        if (asked is not { Operation: { } operation, Work: { } work }) return Refused(asked.Name, call, asked.Problem!);
        var reply = await work(call, ct);
        if (reply.Refusal is { } refusal) return Refused(operation.Name, call, refusal);
        var answer = SoapWriter.Around(new XElement(operation.Answer, reply.Children));
        return (operation.Name, new(StatusCodes.Status200OK, SandboxAnswer.Xml, answer),
            call.IsRefused ? SandboxOutcome.Refused : SandboxOutcome.Answered);
    }

    private (string Operation, SandboxAnswer Answer, SandboxOutcome Outcome) Refused(
        string operation, SandboxContext call, SandboxExplanation refusal)
    {
        call.Explanations.Insert(0, refusal);
        return (operation, Fault(refusal), SandboxOutcome.Refused);
    }

    private SandboxAnswer Fault(SandboxExplanation refusal) => new(
        StatusCodes.Status500InternalServerError, SandboxAnswer.Xml,
        SoapWriter.Fault(refusal.Reason != SandboxReason.OwnFault, text.Refusal(refusal)));

    private SandboxAnswer Description(string address) =>
        new(StatusCodes.Status200OK, SandboxAnswer.Xml, Encoding.UTF8.GetBytes(contract.WsdlAt(address)));

    private async Task<SandboxAnswer> RefuseStrangerAsync(
        ConsoleDbContext db, SandboxRequest request, Recognition recognized, CancellationToken ct)
    {
        // As the gateway of the Hub does: a page, because no SOAP server was reached. A description is given to every certificate.
        var answer = request.Certificate is null
            ? new(StatusCodes.Status403Forbidden, "text/html;charset=UTF-8",
                Encoding.UTF8.GetBytes($"<!DOCTYPE html><title>403</title><p>{text.Of("Forbidden")}</p>"))
            : request.WsdlAddress is { } address ? Description(address) : Fault(recognized.Why!);
        if (!await IsNotedAsync(db, request, recognized, ct)) return answer;

        await using var turn = await turns.BeginAsync(db, null, ct);
        var operation = request.WsdlAddress is null ? NameOf(request.Action) : Wsdl;
        await records.CommitAsync(db, turn.Transaction, request, recognized, operation, answer, ct);
        return answer;
    }

    /// <summary>
    /// Whoever makes certificates that are similar to one fills the page of its organization with as many as of one certificate, however
    /// many they make; what its own certificates do stands there all the same.
    /// </summary>
    private async Task<bool> IsNotedAsync(ConsoleDbContext db, SandboxRequest request, Recognition recognized, CancellationToken ct) =>
        await TakeAsync(db, Noted, request.Certificate?.Thumbprint ?? "", ct)
        && (recognized is not
            {
                NppoId: { } nppo,
                Why.Reason: SandboxReason.SameSubject or SandboxReason.SameKey or SandboxReason.AuthorityUploaded
                    or SandboxReason.AuthorityShown,
            }
            || await TakeAsync(db, Noted with { Name = "sandbox-similar" }, $"{nppo}", ct));

    private async Task<SandboxAnswer> RefuseBusyAsync(ConsoleDbContext db, SandboxRequest request, Caller caller, CancellationToken ct)
    {
        var refusal = new SandboxExplanation(SandboxReason.TooManyCalls, $"{options.Value.CallsPerMinute}");
        var answer = Fault(refusal);
        if (!await TakeAsync(db, Noted, $"{caller.NppoId}", ct)) return answer;

        await using var turn = await turns.BeginAsync(db, caller.NppoId, ct);
        SandboxContext call = new(db, caller, await db.FirstsOfAsync(caller.NppoId, ct), time.GetUtcNow().UtcDateTime);
        call.Explanations.Add(refusal);
        CallEnd end = new(NameOf(request.Action), SandboxOutcome.Refused, SandboxBody.Unread, answer);
        await records.CommitAsync(turn.Transaction, request, call, end, ct);
        return answer;
    }

    private Task<bool> TakeAsync(ConsoleDbContext db, Allowance allowance, string whose, CancellationToken ct) =>
        turns.TakeAsync(() => allowances.TakeAsync(db, allowance, whose, ct), ct);

    private static Allowance PerMinute(SandboxOptions options) =>
        new("sandbox", options.CallsPerMinute, TimeSpan.FromMinutes(1) / options.CallsPerMinute);

    /// <summary>What is said to everybody who knocks is not written down each time.</summary>
    private static Allowance Noted => new("sandbox-noted", 20, TimeSpan.FromMinutes(1));

    /// <summary>What a call asks for.</summary>
    /// <param name="Name">As it was called, perhaps none of the contract's.</param>
    /// <param name="Operation">Null where it is none of the contract's.</param>
    /// <param name="Work">What is to be done then.</param>
    /// <param name="Problem">Why it is none.</param>
    /// <param name="Noticed">What whoever looks for a mistake should know, though it was understood.</param>
    private sealed record Asked(
        string Name, HubOperation? Operation, SandboxWork? Work, SandboxExplanation? Problem, IReadOnlyList<SandboxExplanation> Noticed)
    {
        public static readonly Asked Nothing = new("", null, null, null, []);
        public static readonly Asked Description = Nothing with { Name = Wsdl };

        public static Asked Refused(string name, SandboxExplanation problem) => new(name, null, null, problem, []);
    }

    [LoggerMessage(LogLevel.Error, "The sandbox could not answer a call")]
    private static partial void SayFailed(ILogger logger, Exception failed);
}
