using System.Text;
using Ephyto.AdminConsole.Features.Sandbox.Traffic.UseCases;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Sandbox;

namespace Ephyto.AdminConsole.Tests.Features.Sandbox.Traffic;

/// <summary>Who finds what of the traffic, on both databases.</summary>
public abstract class TrafficTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private const string Number = "019af000-0000-7000-8000-00000000000a";
    private Guid _nppo;
    private Guid _other;
    private Actor _viewer = Actor.Anonymous;
    private Actor _auditor = Actor.Anonymous;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _nppo = (await Host.ConfirmedNppoAsync()).Nppo.Id;
        _other = (await Host.ConfirmedNppoAsync("KE", Given.Awa with { Email = "ke@example.org" })).Nppo.Id;
        _viewer = await Host.ActiveMemberAsync(_nppo, NppoRole.Viewer, "viewer@example.org");
        _auditor = await Host.AppointAsync(HubRole.Auditor, "Auditor");
    }

    [Fact]
    public async Task An_organization_finds_its_own_calls_the_newest_first_and_the_hub_all_of_them()
    {
        await SomeCallsAsync();

        var own = (await ListAsync(_viewer, _nppo)).Page;
        Assert.Equal(["DeliverEnvelope", "GetProfile"], own.Items.Select(call => call.Operation));
        Assert.All(own.Items, call => Assert.Equal("CI", call.CountryCode));
        var all = (await ListAsync(_auditor, null)).Page;
        Assert.Equal(["?wsdl", "GetActiveNppos", "DeliverEnvelope", "GetProfile"], all.Items.Select(call => call.Operation));
        Assert.Null(all.Items[0].CountryCode);
        Assert.Equal(new SandboxExplanation(SandboxReason.FromNotYours, "KE"), Assert.Single(own.Items[0].Explanations));
    }

    [Fact]
    public async Task A_filter_leaves_what_fits_also_in_the_file()
    {
        await SomeCallsAsync();

        Assert.Equal(["DeliverEnvelope"], await FoundAsync(new(_nppo, "019AF000", null, null, null, 1)));
        Assert.Equal(["DeliverEnvelope", "GetProfile"], await FoundAsync(new(_nppo, "ci", null, null, null, 1)));
        Assert.Equal(["DeliverEnvelope", "GetProfile"], await FoundAsync(new(_nppo, "aaaa aaaa", null, null, null, 1)));
        Assert.Equal(["GetProfile"], await FoundAsync(new(_nppo, null, null, "GetProfile", null, 1)));
        Assert.Equal(["DeliverEnvelope"], await FoundAsync(new(_nppo, null, SandboxDirection.In, null, SandboxOutcome.Refused, 1)));
        Assert.Empty(await FoundAsync(new(_nppo, null, SandboxDirection.Out, null, null, 1)));
        Assert.Equal(["GetProfile", "DeliverEnvelope"], await FoundAsync(new(_nppo, null, null, null, null, 1, Sort: "at")));
    }

    [Fact]
    public async Task What_came_after_a_moment_is_counted_and_not_shown()
    {
        await SomeCallsAsync();
        var before = await ListAsync(_viewer, _nppo);
        var moment = Host.Time.GetUtcNow().UtcDateTime;
        Host.Time.Advance(TimeSpan.FromSeconds(1));
        await Host.HappenAsync(Host.Call(_nppo), Host.Call(_nppo), Host.Call(_other));

        var paused = await ListAsync(_viewer, _nppo, moment);

        Assert.Equal((2, 2), (paused.Newer, paused.Page.Total));
        Assert.Equal(before.Page.Items.Select(call => call.Id), paused.Page.Items.Select(call => call.Id));
        Assert.Equal((0, 4), ((await ListAsync(_viewer, _nppo)).Newer, (await ListAsync(_viewer, _nppo)).Page.Total));
    }

    [Fact]
    public async Task What_was_said_comes_unchanged_and_to_nobody_else()
    {
        const string Said = "<?xml version=\"1.0\" encoding=\"UTF-16\"?>\r\n<a>  é&amp;<![CDATA[ <x> ]]></a>\n";
        var (own, foreign) = (Host.Call(_nppo, request: Said), Host.Call(_other));
        await Host.HappenAsync(own, foreign);

        var file = (await Host.Get<FetchMessage>().HandleAsync(new(_nppo, own.Id, false), _viewer, default)).Value;
        Assert.Equal(Said, Encoding.UTF8.GetString(file.Bytes));
        Assert.Equal("<answer/>", Encoding.UTF8.GetString(
            (await Host.Get<FetchMessage>().HandleAsync(new(_nppo, own.Id, true), _viewer, default)).Value.Bytes));
        Assert.Equal(Said, (await ViewAsync(_viewer, _nppo, own.Id)).Value.Call.Request);
        Assert.Equal("KE", (await ViewAsync(_auditor, null, foreign.Id)).Value.CountryCode);

        Assert.Equal(AccessErrors.NotFound, (await ViewAsync(_viewer, _nppo, foreign.Id)).Error);
        Assert.Equal(AccessErrors.NotAllowed, (await ViewAsync(_viewer, _other, foreign.Id)).Error);
        Assert.Equal(AccessErrors.NotAllowed, (await ViewAsync(_viewer, null, foreign.Id)).Error);
        Assert.Equal(
            AccessErrors.NotFound, (await Host.Get<FetchMessage>().HandleAsync(new(_nppo, foreign.Id, false), _viewer, default)).Error);
    }

    [Fact]
    public async Task Envelopes_are_found_by_who_sent_them_and_by_who_gets_them()
    {
        await Host.AddAsync(Host.Envelope(_nppo, null, "CI-1"));
        Host.Time.Advance(TimeSpan.FromSeconds(1));
        var (received, foreign) = (Host.Envelope(null, _nppo, "XF-2"), Host.Envelope(_other, null, "KE-3"));
        await Host.AddAsync(received, foreign);

        Assert.Equal(["XF-2", "CI-1"], await EnvelopesAsync(_viewer, new(_nppo, null, null, 1)));
        Assert.Equal(["CI-1"], await EnvelopesAsync(_viewer, new(_nppo, "CI-", null, 1)));
        Assert.Equal(["XF-2"], await EnvelopesAsync(_viewer, new(_nppo, received.TrackingNumber.ToUpperInvariant(), null, 1)));
        Assert.Empty(await EnvelopesAsync(_viewer, new(_nppo, null, TrackingState.Delivered, 1)));
        Assert.Equal(["CI-1", "KE-3", "XF-2"], await EnvelopesAsync(_auditor, new(null, null, null, 1, "number")));
        Assert.Equal(AccessErrors.NotAllowed,
            (await Host.Get<ListEnvelopes>().HandleAsync(new(null, null, null, 1), _viewer, default)).Error);
    }

    [Fact]
    public async Task A_number_is_found_however_it_was_pasted()
    {
        var envelope = Host.Envelope(_nppo, null, "CI-AB 1");
        await Host.AddAsync(envelope);
        await Host.HappenAsync(Host.Call(_nppo, "DeliverEnvelope", number: envelope.TrackingNumber));
        var number = envelope.TrackingNumber;
        var capitals = number.ToUpperInvariant();
        foreach (var pasted in new[]
        {
            capitals, $"  {number}\t", $"\"{capitals}\"", $"{{{number}}}", number.Replace("-", "", StringComparison.Ordinal),
            $"{capitals[..9]} \n{capitals[9..]}", capitals[..14], $"<{number}>",
        })
        {
            Assert.Equal(["CI-AB 1"], await EnvelopesAsync(_viewer, new(_nppo, pasted, null, 1)));
            Assert.Equal(["DeliverEnvelope"], await FoundAsync(new(_nppo, pasted, null, null, null, 1)));
        }

        foreach (var typed in new[] { "ci-ab", " CI-AB 1 ", "Ci-ab  1" })
            Assert.Equal(["CI-AB 1"], await EnvelopesAsync(_viewer, new(_nppo, typed, null, 1)));
        Assert.Empty(await EnvelopesAsync(_viewer, new(_nppo, $"{Guid.NewGuid()}", null, 1)));
    }

    [Fact]
    public async Task Half_a_thumbprint_that_looks_like_a_number_is_found_as_what_it_is()
    {
        var call = Host.Call(_nppo);
        await Host.HappenAsync(call);

        Assert.Equal(["GetProfile"], await FoundAsync(new(_nppo, call.Thumbprint![..32].ToLowerInvariant(), null, null, null, 1)));
    }

    private async Task SomeCallsAsync()
    {
        foreach (var call in new Func<SandboxCall>[]
        {
            () => Host.Call(_nppo),
            () => Host.Call(_nppo, "DeliverEnvelope", SandboxOutcome.Refused, SandboxReason.FromNotYours, Number, detail: "KE"),
            () => Host.Call(_other, "GetActiveNppos"),
            () => Host.Call(null, "?wsdl", SandboxOutcome.NotRecognized, SandboxReason.UnknownCertificate),
        })
        {
            await Host.HappenAsync(call());
            Host.Time.Advance(TimeSpan.FromSeconds(1));
        }
    }

    private async Task<CallList> ListAsync(Actor reader, Guid? nppo, DateTime? until = null) =>
        (await Host.Get<ListCalls>().HandleAsync(new(nppo, null, null, null, null, 1, until), reader, default)).Value;

    private async Task<IReadOnlyList<string>> FoundAsync(ListCallsRequest request)
    {
        var listed = (await Host.Get<ListCalls>().HandleAsync(request, _viewer, default)).Value.Page.Items;
        var exported = (await Host.Get<ExportCalls>().HandleAsync(new(request), _viewer, default)).Value;
        Assert.Equal(listed.Select(call => call.Id), exported.Select(call => call.Id));
        return [.. listed.Select(call => call.Operation)];
    }

    private async Task<IReadOnlyList<string>> EnvelopesAsync(Actor reader, ListEnvelopesRequest request)
    {
        var listed = (await Host.Get<ListEnvelopes>().HandleAsync(request, reader, default)).Value.Items;
        var exported = (await Host.Get<ExportEnvelopes>().HandleAsync(new(request), reader, default)).Value;
        Assert.Equal(listed.Select(one => one.Id), exported.Select(one => one.Id));
        return [.. listed.Select(envelope => envelope.CertificateNumber)];
    }

    private Task<Result<CallView>> ViewAsync(Actor reader, Guid? nppo, Guid call) =>
        Host.Get<ViewCall>().HandleAsync(new(nppo, call), reader, default);
}

public sealed class TrafficOnSqliteTests() : TrafficTests(DatabaseKind.Sqlite);

public sealed class TrafficOnPostgreSqlTests() : TrafficTests(DatabaseKind.PostgreSql);
