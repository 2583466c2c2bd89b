using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Ephyto.AdminConsole.Features.Sandbox;
using Ephyto.AdminConsole.Features.Sandbox.Outgoing;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Sandbox.Outgoing;

public sealed class HubClientCertificateOnSqlite() : HubClientCertificateTests(DatabaseKind.Sqlite);

public sealed class HubClientCertificateOnPostgreSql() : HubClientCertificateTests(DatabaseKind.PostgreSql);

/// <summary>The certificate by which the sandbox shows who it is where it calls.</summary>
public abstract class HubClientCertificateTests(DatabaseKind kind)
{
    private static readonly Uri Download = new("/sandbox/client.pem", UriKind.Relative);

    [Fact]
    public async Task Every_node_shows_the_same_and_nobody_reads_its_key_in_the_store()
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var one = await ConsoleHost.StartOnAsync(database);
        await using var other = await ConsoleHost.StartOnAsync(database);

        var shown = await Task.WhenAll(new[] { one, other, one }.Select(ShownAsync));

        Assert.Single(shown.Distinct());
        var kept = await one.StoreAsync(db => db.Set<SandboxIdentity>().SingleAsync());
        Assert.Equal("client", kept.Name);
        Assert.DoesNotContain("PRIVATE", kept.ProtectedKey + kept.CertificatePem, StringComparison.Ordinal);
        Assert.Equal((await one.Get<HubClientCertificate>().PemAsync(CancellationToken.None)).Trim(), kept.CertificatePem.Trim());
        Assert.True((await one.Get<HubClientCertificate>().GetAsync(CancellationToken.None)).HasPrivateKey);
    }

    [Fact]
    public async Task It_outlives_a_restart()
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        string before;
        await using (var first = await ConsoleHost.StartOnAsync(database)) before = await ShownAsync(first);
        await using var second = await ConsoleHost.StartOnAsync(database);

        Assert.Equal(before, await ShownAsync(second));
    }

    [Fact]
    public async Task One_that_has_ended_or_cannot_be_read_any_more_is_made_anew()
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var host = await ConsoleHost.StartOnAsync(database);
        var first = await ShownAsync(host);
        host.Time.Advance(TimeSpan.FromDays(6 * 365));
        var second = await ShownAsync(host);
        await host.StoreAsync(db => db.Set<SandboxIdentity>().ExecuteUpdateAsync(set => set.SetProperty(one => one.ProtectedKey, "lost")));
        await using var other = await ConsoleHost.StartOnAsync(database);
        other.Time.Advance(TimeSpan.FromDays(6 * 365));

        Assert.Distinct([first, second, await ShownAsync(other)]);
    }

    [Fact]
    public async Task Members_download_the_one_that_is_shown_and_nobody_does_where_there_is_no_sandbox()
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var host = await ConsoleHost.StartOnAsync(database);
        await host.ActiveMemberAsync((await host.ConfirmedNppoAsync()).Nppo.Id, NppoRole.Viewer, "viewer@example.org");
        await using var without = await ConsoleHost.StartOnAsync(
            database, new Dictionary<string, string?> { ["Sandbox:Enabled"] = "false" });

        using var reader = await host.SignedInAsync("viewer@example.org");
        using var file = X509Certificate2.CreateFromPem(await reader.GetStringAsync(Download));
        using var other = await without.SignedInAsync("viewer@example.org");
        using var none = await other.GetAsync(Download);

        Assert.Equal(await ShownAsync(host), file.GetCertHashString(HashAlgorithmName.SHA256));
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    private static async Task<string> ShownAsync(ConsoleHost host) =>
        (await host.Get<HubClientCertificate>().GetAsync(CancellationToken.None)).GetCertHashString(HashAlgorithmName.SHA256);
}
