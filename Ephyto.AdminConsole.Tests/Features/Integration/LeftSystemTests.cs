using Ephyto.AdminConsole.Features.Integration.UseCases;
using Ephyto.AdminConsole.Features.Sandbox.FirstCall.UseCases;
using Ephyto.AdminConsole.Features.Sandbox.Traffic.UseCases;
using Ephyto.AdminConsole.Features.Serving.UseCases;
using Ephyto.AdminConsole.Features.TestEvidence.UseCases;
using Ephyto.AdminConsole.Tests.Features.DigitalCertificates;
using Ephyto.AdminConsole.Tests.Features.Sandbox;
using Ephyto.AdminConsole.Tests.Features.Sandbox.Traffic;
using Ephyto.AdminConsole.Tests.Features.Serving;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Integration;
using Ephyto.Domain.Registrations;
using Ephyto.Domain.Sandbox;

namespace Ephyto.AdminConsole.Tests.Features.Integration;

/// <summary>An organization leaves its own system for another one, and comes back to it.</summary>
public abstract class LeftSystemTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private const string NotFound = "NPPO from client certificate not found";
    private CallingSystem _kenya = null!;
    private Actor _boss = Actor.Anonymous;

    private Guid Nppo => _kenya.NppoId;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _kenya = await CallingSystem.SetUpAsync(Host, "KE");
        _boss = await Host.ActiveMemberAsync(Nppo, NppoRole.Administrator, "boss@example.org");
    }

    [Theory]
    [InlineData(ExchangeSystem.GeNS)]
    [InlineData(ExchangeSystem.ThroughAnotherSystem)]
    public async Task The_sandbox_knows_its_certificates_no_more_and_says_why_on_its_page(ExchangeSystem system)
    {
        Assert.Equal(["KE"], (await CallAsync()).All("Country"));
        Host.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await ChangeAsync(system)).IsSuccess);
        Host.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(NotFound, (await CallAsync()).Fault);

        var call = Assert.Single(await CallsAsync());
        Assert.Equal((SandboxOutcome.NotRecognized, SandboxReason.LeftOwnSystem), (call.Outcome, call.Explanations.Single().Reason));

        Host.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await ChangeAsync(ExchangeSystem.NationalSystem)).IsSuccess);
        Assert.Equal(["KE"], (await CallAsync()).All("Country"));
        Assert.Equal(3, (await CallsAsync()).Count);
    }

    [Fact]
    public async Task Nobody_sends_to_it_and_nobody_is_told_that_it_takes_part()
    {
        var ghana = await CallingSystem.SetUpAsync(Host, "GH");
        await ChangeAsync(ExchangeSystem.GeNS);

        var sent = await ghana.SendAsync(Host, "KE", ghana.CertificateFor(Host, "KE"));

        Assert.Contains("FailedDelivery", sent.Raw, StringComparison.Ordinal);
        Assert.DoesNotContain("KE", (await ghana.CallAsync(Host, Soap.Empty("GetActiveNppos"))).All("Country"));
    }

    [Fact]
    public async Task Its_pages_show_only_what_belongs_to_the_new_way_and_everything_again_when_it_comes_back()
    {
        await Host.HappenAsync(Host.Call(Nppo));
        await Host.AddAsync(Host.Envelope(Nppo, null), new SandboxMilestone
        {
            NppoId = Nppo, Kind = SandboxFirst.Sent, At = Host.Now(), ConnectionCode = "KE", Thumbprint = "AA", TrackingNumber = "1",
        });
        var before = await ShownAsync();
        Assert.Equal(new Shown(1, 1, 1, 1, 1, 1, true), before);
        Host.Time.Advance(TimeSpan.FromMinutes(1));

        await ChangeAsync(ExchangeSystem.ThroughAnotherSystem);
        Assert.Equal(new Shown(0, 0, 0, 0, 0, 0, false), await ShownAsync());
        Assert.True((await Host.CertificatesAsync(Nppo, _boss)).HasLeftOwnSystem);

        await ChangeAsync(ExchangeSystem.NationalSystem);
        Assert.Equal(before, await ShownAsync());
    }

    [Fact]
    public async Task Nothing_of_its_own_system_is_changed_meanwhile()
    {
        using var made = MadeCertificate.Ec(subject: "C=KE, CN=Later");
        var waiting = (await Host.UploadAsync(Nppo, _boss, made)).Value;
        var connection = (await Host.Get<ViewConnections>().HandleAsync(Nppo, _boss, default)).Value.Connections[0];
        await ChangeAsync(ExchangeSystem.GeNS);
        using var other = MadeCertificate.Ec(subject: "C=KE, CN=Other");

        DomainError?[] refused =
        [
            (await Host.UploadAsync(Nppo, _boss, other)).Error,
            (await Host.ActivateAsync(Nppo, _boss, waiting)).Error,
            (await Host.Get<SaveConnection>().HandleAsync(
                new(Nppo, connection.Id, connection.Version, connection.Settings), _boss, default)).Error,
            (await Host.Get<AskCountries>().HandleAsync(new(Nppo, connection.Id, ["FR"]), _boss, default)).Value[0].Refusal,
        ];

        Assert.All(refused, error => Assert.Equal(IntegrationErrors.NoConnectionNeeded, error));
    }

    [Fact]
    public async Task While_it_serves_a_country_or_has_asked_one_it_stays_with_its_own_system()
    {
        await Host.AddAsync(ServingWorld.Contact("FR", "contact.fr@example.org", Host.Now()));
        var asked = await Host.AskedAsync(Nppo, _boss, _kenya.Uploaded.ConnectionId!.Value, "FR");

        Assert.Equal(IntegrationErrors.ServesOthers, (await ChangeAsync(ExchangeSystem.ThroughAnotherSystem)).Error);
        await Host.Get<WithdrawServing>().HandleAsync(SeenServing.Of(asked), _boss, default);
        Assert.True((await ChangeAsync(ExchangeSystem.ThroughAnotherSystem)).IsSuccess);
    }

    private Task<SoapAnswer> CallAsync() => _kenya.CallAsync(Host, Soap.Empty("GetProfile"));

    private async Task<IReadOnlyList<CallRow>> CallsAsync() =>
        (await Host.Get<ListCalls>().HandleAsync(new(Nppo, null, null, null, null, 1), _boss, default)).Value.Page.Items;

    private async Task<Shown> ShownAsync() => new(
        (await CallsAsync()).Count,
        (await Host.Get<ListEnvelopes>().HandleAsync(new(Nppo, null, null, 1), _boss, default)).Value.Total,
        (await Host.CertificatesAsync(Nppo, _boss)).Open.Count,
        (await Host.Get<ViewConnections>().HandleAsync(Nppo, _boss, default)).Value.Connections.Count,
        (await Host.Get<ViewFirstCall>().HandleAsync(Nppo, _boss, default)).Value.Connections.Count,
        (await Host.Get<ViewServing>().HandleAsync(Nppo, _boss, default)).Value.Connections.Count,
        (await Host.Get<ViewEvidence>().HandleAsync(Nppo, _boss, default)).Value.IsOfUse);

    private async Task<Result<Guid>> ChangeAsync(ExchangeSystem system) => await Host.Get<ChangeSystem>().HandleAsync(
        new(Nppo, SeenSystem.Of(await Host.LookAtNppoAsync(Nppo)), system, "Regional system", DateOnly.FromDateTime(Host.Now()), true,
            true), _boss, default);

    private sealed record Shown(
        int Calls, int Envelopes, int Certificates, int Connections, int FirstCalls, int Serving, bool Evidence);
}

public sealed class LeftSystemsOnSqlite() : LeftSystemTests(DatabaseKind.Sqlite);

public sealed class LeftSystemsOnPostgreSql() : LeftSystemTests(DatabaseKind.PostgreSql);
