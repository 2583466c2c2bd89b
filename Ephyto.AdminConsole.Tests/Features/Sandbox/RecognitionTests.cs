using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;
using Ephyto.Domain.DigitalCertificates;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Sandbox;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Sandbox;

/// <summary>Who calls is found by the certificate; who is not found is told of on the page of whoever uploaded a similar one.</summary>
public abstract partial class RecognitionTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private const string NotFound = "NPPO from client certificate not found";

    private CallingSystem _kenya = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _kenya = await CallingSystem.SetUpAsync(Host, "KE");
    }

    [Fact]
    public async Task A_stranger_gets_the_fault_that_clients_expect_and_only_the_hub_sees_it()
    {
        using var strange = CallingSystem.Make("CN=Nobody", Host.Time.GetUtcNow());

        Assert.Equal(NotFound, (await CallAsync(strange)).Fault);

        Assert.Equal((null, SandboxReason.UnknownCertificate), await SeenAsync());
        Assert.Null(await Host.StoreAsync(db => db.Set<SandboxCall>().Select(call => call.Request).SingleAsync()));
    }

    [Fact]
    public async Task Without_a_certificate_the_gateway_answers_with_a_page()
    {
        var answer = await CallAsync(null);

        Assert.Equal(System.Net.HttpStatusCode.Forbidden, answer.Status);
        Assert.StartsWith("<!DOCTYPE html>", answer.Raw, StringComparison.Ordinal);
        Assert.Equal((null, SandboxReason.NoCertificate), await SeenAsync());
    }

    [Fact]
    public async Task Another_certificate_of_the_same_subject_is_told_of()
    {
        using var other = CallingSystem.Make("C=KE, CN=System of KE", Host.Time.GetUtcNow());
        Assert.Equal(NotFound, (await CallAsync(other)).Fault);
        Assert.Equal((_kenya.NppoId, SandboxReason.SameSubject), await SeenAsync());
    }

    [Fact]
    public async Task Another_certificate_of_the_same_key_is_told_of()
    {
        using var key = _kenya.Certificate.GetRSAPrivateKey()!;
        using var other = CallingSystem.Make("CN=New name", Host.Time.GetUtcNow(), key);
        await CallAsync(other);
        Assert.Equal((_kenya.NppoId, SandboxReason.SameKey), await SeenAsync());
    }

    [Fact]
    public async Task Nobody_is_locked_out_by_what_others_upload()
    {
        var ghana = await CallingSystem.SetUpAsync(Host, "GH");
        using var key = SharedKeys.Rsa();
        var now = Host.Now().AddMinutes(1);
        List<DigitalCertificate> alike = [];
        for (var each = 0; each < 60; each++)
        {
            using var other = CallingSystem.Make("C=KE, CN=System of KE", Host.Time.GetUtcNow(), key, days: 100 + each);
            alike.Add(CallingSystem.Upload(ghana.NppoId, other, now));
        }

        var same = CallingSystem.Upload(ghana.NppoId, _kenya.Certificate, now, connection: new(ghana.Uploaded.ConnectionId!.Value, "GH"));
        Assert.True(same.Activate([], Guid.NewGuid(), now).IsSuccess);
        await Host.AddAsync([.. alike, same]);

        Assert.Equal(["KE"], (await CallAsync(_kenya.Certificate)).All("Country"));
    }

    [Fact]
    public async Task A_copy_that_was_there_first_never_takes_the_calls_of_the_country_that_the_certificate_names()
    {
        var ghana = await CallingSystem.SetUpAsync(Host, "GH");
        var before = Host.Now().AddDays(-1);
        var copy = CallingSystem.Upload(
            ghana.NppoId, _kenya.Certificate, before, connection: new(ghana.Uploaded.ConnectionId!.Value, "GH"));
        Assert.True(copy.Activate([], Guid.NewGuid(), before).IsSuccess);
        await Host.AddAsync(copy);

        Assert.Equal(["KE"], (await CallAsync(_kenya.Certificate)).All("Country"));

        // Nor those that are refused, of which its owner is to learn why.
        await Host.StoreAsync(db => db.Set<SandboxCall>().ExecuteDeleteAsync());
        await Host.StoreAsync(db => db.Set<DigitalCertificate>().Where(c => c.NppoId == _kenya.NppoId)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Status, CertificateStatus.Revoked)));
        await Host.StoreAsync(db => db.Set<DigitalCertificate>().Where(c => c.Id == copy.Id).ExecuteUpdateAsync(set => set
            .SetProperty(c => c.Status, CertificateStatus.Uploaded).SetProperty(c => c.ActivatedAt, (DateTime?)null)
            .SetProperty(c => c.UploadedAt, Host.Now().AddDays(1))));
        Assert.Equal(NotFound, (await CallAsync(_kenya.Certificate)).Fault);
        Assert.Equal((_kenya.NppoId, SandboxReason.CertificateRevoked), await SeenAsync());
    }

    [Fact]
    public async Task One_that_was_never_put_to_use_and_has_expired_is_not_told_to_be_activated()
    {
        await Host.StoreAsync(db => db.Set<DigitalCertificate>()
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Status, CertificateStatus.Uploaded)));
        Host.Time.Advance(TimeSpan.FromDays(366));

        await CallAsync(_kenya.Certificate);

        Assert.Equal((_kenya.NppoId, SandboxReason.CertificateExpired), await SeenAsync());
    }

    [Theory]
    [InlineData(CertificateStatus.Uploaded, SandboxReason.CertificateNotActive)]
    [InlineData(CertificateStatus.Expired, SandboxReason.CertificateExpired)]
    [InlineData(CertificateStatus.Superseded, SandboxReason.CertificateSuperseded)]
    [InlineData(CertificateStatus.Revoked, SandboxReason.CertificateRevoked)]
    public async Task A_certificate_that_is_not_in_use_says_why(CertificateStatus status, SandboxReason reason)
    {
        await Host.StoreAsync(db => db.Set<DigitalCertificate>().ExecuteUpdateAsync(set => set.SetProperty(c => c.Status, status)));
        Assert.Equal(NotFound, (await CallAsync(_kenya.Certificate)).Fault);
        Assert.Equal((_kenya.NppoId, reason), await SeenAsync());
    }

    [Fact]
    public async Task What_belongs_to_production_is_not_recognised_and_says_so()
    {
        using var key = _kenya.Certificate.GetRSAPrivateKey()!;
        using var renewed = CallingSystem.Make("CN=New name", Host.Time.GetUtcNow(), key);
        await Host.StoreAsync(db => db.Set<DigitalCertificate>()
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Environment, HubEnvironment.Production)));
        foreach (var certificate in new[] { _kenya.Certificate, renewed })
        {
            Assert.Equal(NotFound, (await CallAsync(certificate)).Fault);
            Assert.Equal((_kenya.NppoId, SandboxReason.OtherEnvironment), await SeenAsync());
            await Host.StoreAsync(db => db.Set<SandboxCall>().ExecuteDeleteAsync());
        }

        await Host.StoreAsync(db => db.Set<DigitalCertificate>()
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Environment, HubEnvironment.Test)));
        await Host.StoreAsync(db => db.Set<Connection>()
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Environment, HubEnvironment.Production)));
        await CallAsync(_kenya.Certificate);
        Assert.Equal((_kenya.NppoId, SandboxReason.OtherEnvironment), await SeenAsync());
    }

    [Fact]
    public async Task A_certificate_for_signing_does_not_call()
    {
        await Host.StoreAsync(db => db.Set<DigitalCertificate>()
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Usage, CertificateUsage.Signing)));
        await CallAsync(_kenya.Certificate);
        Assert.Equal((_kenya.NppoId, SandboxReason.CertificateForSigning), await SeenAsync());
    }

    [Fact]
    public async Task One_whose_time_is_over_does_not_call_though_the_clock_has_not_come_by_yet()
    {
        Host.Time.Advance(TimeSpan.FromDays(366));
        await CallAsync(_kenya.Certificate);
        Assert.Equal((_kenya.NppoId, SandboxReason.CertificateExpired), await SeenAsync());
    }

    [Fact]
    public async Task A_suspended_organization_does_not_call()
    {
        await Host.StoreAsync(async db =>
        {
            var nppo = await db.Set<Nppo>().SingleAsync(n => n.Id == _kenya.NppoId);
            Assert.True(nppo.Suspend("Fees", Actor.System, Host.Now()).IsSuccess);
            return await db.SaveChangesAsync();
        });
        Assert.NotNull((await CallAsync(_kenya.Certificate)).Fault);
        Assert.Equal((_kenya.NppoId, SandboxReason.OrganizationInactive), await SeenAsync());
    }

    [Fact]
    public async Task Without_a_connection_there_is_nothing_to_exchange()
    {
        await Host.StoreAsync(db => db.Set<Connection>().ExecuteDeleteAsync());
        await CallAsync(_kenya.Certificate);
        Assert.Equal((_kenya.NppoId, SandboxReason.NoConnection), await SeenAsync());
    }

    [Fact]
    public async Task Who_knocks_again_and_again_is_answered_and_not_written_down_each_time()
    {
        using var strange = CallingSystem.Make("CN=Nobody", Host.Time.GetUtcNow());
        for (var knock = 0; knock < 25; knock++) Assert.Equal(NotFound, (await CallAsync(strange)).Fault);
        Assert.Equal(20, await Host.StoreAsync(db => db.Set<SandboxCall>().CountAsync()));
    }

    [Fact]
    public async Task Nobody_fills_the_page_of_an_organization_with_certificates_that_are_similar_to_its_own()
    {
        using var key = RSA.Create(2048);
        for (var knock = 0; knock < 25; knock++)
        {
            using var similar = CallingSystem.Make("C=KE, CN=System of KE", Host.Time.GetUtcNow(), key, days: 100 + knock);
            Assert.Equal(NotFound, (await CallAsync(similar)).Fault);
        }

        Assert.Equal(20, await Host.StoreAsync(db => db.Set<SandboxCall>().CountAsync(call => call.NppoId == _kenya.NppoId)));
        // What happens to its own it sees still.
        await Host.StoreAsync(db => db.Set<DigitalCertificate>()
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Status, CertificateStatus.Superseded)));
        await CallAsync(_kenya.Certificate);
        Assert.Equal(21, await Host.StoreAsync(db => db.Set<SandboxCall>().CountAsync(call => call.NppoId == _kenya.NppoId)));
    }

    private Task<SoapAnswer> CallAsync(X509Certificate2? certificate) =>
        CallingSystem.CallAsync(Host, certificate, Soap.Around(Soap.Empty("GetProfile")));

    private Task<(Guid?, SandboxReason)> SeenAsync() => Host.StoreAsync(async db =>
    {
        var call = await db.Set<SandboxCall>().SingleAsync();
        Assert.Equal(SandboxOutcome.NotRecognized, call.Outcome);
        return (call.NppoId, call.Explanations.Single().Reason);
    });
}

public sealed class RecognitionOnSqliteTests() : RecognitionTests(DatabaseKind.Sqlite);

public sealed class RecognitionOnPostgreSqlTests() : RecognitionTests(DatabaseKind.PostgreSql);
