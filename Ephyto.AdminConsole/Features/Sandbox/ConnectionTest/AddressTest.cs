using System.Globalization;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Xml.Linq;
using Ephyto.AdminConsole.Features.Sandbox.Messages;
using Ephyto.AdminConsole.Features.Sandbox.Outgoing;
using Ephyto.AdminConsole.Field.HubService;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Features.Sandbox.ConnectionTest;

/// <summary>
/// Calls an address as the Hub would, and says of each step what it met. The call that is sent asks for the profile: it changes nothing,
/// and who does not offer it answers with a fault, which is an answer too.
/// </summary>
internal sealed class AddressTest(
    SafeDialer dialer, TlsVersions versions, OutgoingCalls calls, HubClientCertificate certificate, TimeProvider time)
{
    private const string Operation = "GetProfile";
    private const int DaysBeforeTheEnd = 30;
    private const int MostWords = 200;

    public async Task<TestedAddress> RunAsync(string address, CancellationToken ct)
    {
        TestedSteps steps = new();
        if (!ForeignUri.TryRead(address, out var uri)) return new(address, steps.Fail(TestStep.Written, "NotHttps").All);
        try
        {
            var own = await certificate.GetAsync(ct);
            await using var line = await dialer.DialAsync(uri, own, ct);
            Reached(line, steps);
            if (TakeProof(line, uri.IdnHost, steps)) await AskAsync(line, uri, steps, ct);
            if (!steps.HasFailed) await LookAtVersionsAsync(line, uri.IdnHost, own, steps, ct);
        }
        catch (OutgoingException failed)
        {
            var step = StepOf(failed.Stage);
            Passed(step, failed, steps);
            steps.FailAfter(TookOf(step, failed), step, failed.Code, [.. failed.Arguments]);
        }

        return new(address, steps.All);
    }

    private static TestStep StepOf(OutgoingStage stage) => stage switch
    {
        OutgoingStage.Written => TestStep.Written,
        OutgoingStage.Name => TestStep.Name,
        OutgoingStage.Address => TestStep.Address,
        OutgoingStage.Tcp => TestStep.Tcp,
        OutgoingStage.Tls => TestStep.Tls,
        OutgoingStage.Certificate => TestStep.Chain,
        _ => TestStep.Answer,
    };

    private static TimeSpan? TookOf(TestStep step, OutgoingException failed) =>
        failed.Times.Where(each => StepOf(each.Key) == step).Select(each => (TimeSpan?)each.Value).FirstOrDefault();

    // What lies before the step that failed went well, and is said as where all goes well.
    private static void Passed(TestStep failing, OutgoingException failed, TestedSteps steps)
    {
        if (failing > TestStep.Written) steps.PassOnce(TestStep.Written, "Written");
        if (failing > TestStep.Name) steps.PassOnce(TestStep.Name, "Name", TookOf(TestStep.Name, failed));
        if (failing > TestStep.Address && failed.Found.Count > 0)
            steps.PassOnce(TestStep.Address, "Address", null, string.Join(", ", failed.Found));
        if (failed.Reached is { } reached) steps.PassOnce(TestStep.Tcp, "Tcp", TookOf(TestStep.Tcp, failed), reached.ToString());
    }

    private static void Reached(OutgoingLine line, TestedSteps steps)
    {
        steps.Pass(TestStep.Written, "Written");
        steps.Pass(TestStep.Name, "Name", line.Times.Name);
        steps.Pass(TestStep.Address, "Address", null, line.Reached.Address.ToString());
        steps.Pass(TestStep.Tcp, "Tcp", line.Times.Tcp, line.Reached.ToString());
        steps.Pass(TestStep.Tls, "Tls", line.Times.Tls, line.Version == SslProtocols.Tls13 ? "1.3" : "1.2");
    }

    // Of the two that are offered a server takes the newer one that it has: whether it has the older one is asked for by itself.
    private async Task LookAtVersionsAsync(
        OutgoingLine line, string host, X509Certificate2? own, TestedSteps steps, CancellationToken ct)
    {
        if (line.Version != SslProtocols.Tls13) steps.Pass(TestStep.Tls, "TlsAlone", line.Times.Tls, "1.2", "1.3");
        else if (await versions.TakesAsync(line.Reached, host, SslProtocols.Tls12, own, ct) is { } takes)
            steps.Pass(TestStep.Tls, takes ? "TlsAlso" : "TlsAlone", line.Times.Tls, "1.3", "1.2");
    }

    /// <returns>Whether the Hub would go on.</returns>
    private bool TakeProof(OutgoingLine line, string host, TestedSteps steps)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var proof = line.Proof;
        var days = (int)Math.Floor((proof.ValidUntil - now).TotalDays);
        steps.Take(TestStep.Chain, proof.TrustFailure(), "Chain", proof.Issuer);
        steps.Take(TestStep.HostName, proof.NameFailure(host), "HostName", host);
        steps.Take(TestStep.Validity, proof.TimeFailure(now), "Validity", Number(days));
        // Each says what it met, also where another one fails: whoever mends that mends all of it at once.
        if (!steps.HasFailed && proof.Refuse(host, now) is { } other) steps.Fail(TestStep.Chain, other.Code, [.. other.Arguments]);
        if (proof.IsInTime(now) && days < DaysBeforeTheEnd) steps.Warn(TestStep.Validity, "ValidityEnds", Number(days));
        if (line.AskedForCertificate) steps.Pass(TestStep.ClientCertificate, "ClientCertificate");
        else steps.Warn(TestStep.ClientCertificate, "ClientCertificateNotAsked");
        return !steps.HasFailed;
    }

    private async Task AskAsync(OutgoingLine line, Uri address, TestedSteps steps, CancellationToken ct)
    {
        var started = time.GetTimestamp();
        SoapAnswer answer;
        try
        {
            answer = await calls.SendAsync(
                line, address, HubNames.ActionOf(Operation), SoapWriter.Around(new XElement(HubNames.Service + Operation)), ct);
        }
        catch (OutgoingException failed)
        {
            throw failed.After(failed.Times, time.GetElapsedTime(started));
        }

        var took = time.GetElapsedTime(started);
        if (answer.Problem is { } problem) steps.FailAfter(took, TestStep.Answer, problem, Number(answer.HttpStatus));
        else if (answer.Fault is { } words) steps.Pass(TestStep.Answer, "AnswerFault", took, FreeText.Shortened(words, MostWords));
        else steps.Pass(TestStep.Answer, "Answer", took);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
