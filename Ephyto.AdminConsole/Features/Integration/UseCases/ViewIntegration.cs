using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Field.Certificates;
using Ephyto.AdminConsole.Field.Serving;
using Ephyto.AdminConsole.Platform;
using Ephyto.AdminConsole.Platform.Integration;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;
using Ephyto.Domain.DigitalCertificates;
using Ephyto.Domain.Integration;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Serving;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Integration.UseCases;

/// <param name="Names">Of the accounts that reported or answered a step.</param>
/// <param name="MayReport">Whether the reader may report steps.</param>
/// <param name="MayInvite">Whether the reader may invite colleagues.</param>
/// <param name="IsHub">Whether the reader looks on behalf of the hub.</param>
/// <param name="MayJudge">Whether the reader may accept, send back and set live.</param>
/// <param name="MayChangeSystem">Whether the reader may change by what the organization exchanges, and it can be changed now.</param>
/// <param name="Asker">
/// Whose connection is to exchange for the country once its contact point, who has been asked, confirms; null where none is.
/// </param>
/// <param name="Built">What the steps are about, for the hub; null for others, who have pages of their own for it.</param>
public sealed record IntegrationView(
    NppoProgress Progress, IReadOnlyDictionary<Guid, string> Names, bool MayReport, bool IsHub, bool MayJudge, bool MayInvite,
    bool MayChangeSystem, string? Asker, BuiltExchange? Built)
{
    /// <summary>The connection of another organization that its country has confirmed; null where there is none.</summary>
    public ServedThrough? Served => Progress.Served;

    /// <summary>Addresses of its connections that have taken no call since their settings changed.</summary>
    public IReadOnlyList<UntriedAddress> Untried { get; init; } = [];
}

/// <param name="Findings">What the check finds now, the gravest first.</param>
public sealed record BuiltCertificate(DigitalCertificate Certificate, IReadOnlyList<CertificateFinding> Findings);

/// <summary>What an organization has set up for the exchange.</summary>
/// <param name="Connections">By their codes.</param>
/// <param name="Certificates">Those in use, and those that were uploaded.</param>
/// <param name="Here">The environment in which it counts.</param>
public sealed record BuiltExchange(
    IReadOnlyList<Connection> Connections, IReadOnlyList<BuiltCertificate> Certificates, HubEnvironment Here)
{
    /// <summary>Connections by which something is exchanged, whose system cannot prove yet who it is.</summary>
    public IEnumerable<Connection> Unproven => Connections.Where(
        connection => connection.Settings.IsSet && connection.IsOf(Here) && !Certificates.Any(
            one => one.Certificate is { IsInUse: true, Usage: CertificateUsage.ClientAuthentication }
                && one.Certificate.ConnectionId == connection.Id && one.Certificate.IsOf(Here)));
}

/// <summary>An organization's way to live exchange, for its members and for the hub.</summary>
internal sealed class ViewIntegration(
    IDbContextFactory<ConsoleDbContext> contexts, IntegrationProgress progress, CertificateFindings findings, IIntegrationRemark remark,
    IOptions<HubOptions> hub)
{
    public async Task<Result<IntegrationView>> HandleAsync(Guid nppoId, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnNppoAsync(actor, Permission.NppoView, nppoId, ct) is { } refusal) return refusal;
        if (await db.Set<Nppo>().AsNoTracking().SingleOrDefaultAsync(n => n.Id == nppoId, ct) is not { } nppo) return AccessErrors.NotFound;

        var read = (await progress.ReadAsync(db, [nppo], ct))[0];
        var people = read.Steps.SelectMany(step => new[] { step.Record?.ReportedBy, step.Record?.AnsweredBy, step.SeenBy }).OfType<Guid>()
            .Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(u => people.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, ct);
        var isHub = await db.AllowsOnHubAsync(actor, Permission.NpposView, ct);
        return new IntegrationView(
            read, names, await db.AllowsOnNppoAsync(actor, Permission.IntegrationEdit, nppoId, ct),
            isHub,
            await db.AllowsOnHubAsync(actor, Permission.NpposManage, ct),
            await db.AllowsOnNppoAsync(actor, Permission.MembersInvite, nppoId, ct),
            MayChange(read) && await db.AllowsOnNppoAsync(actor, Permission.NppoEdit, nppoId, ct),
            await AskerAsync(db, nppo, ct),
            isHub ? await ReadBuiltAsync(db, nppo, ct) : null)
        {
            Untried = read.StateOf(IntegrationStep.ConnectionSet) is null ? [] : await remark.FindUntriedAsync(db, nppoId, ct),
        };
    }

    // Where a connection is confirmed, naming a system by hand would change nothing that anybody reads, unless notice is given.
    private static bool MayChange(NppoProgress read) =>
        read.Nppo.MayChangeSystem && (read.Served is null or { EndsOn: not null } || read.Nppo.Status == NppoStatus.Onboarding);

    private static Task<string?> AskerAsync(ConsoleDbContext db, Nppo nppo, CancellationToken ct) =>
        db.Set<ServedCountry>().AsNoTracking()
            .Where(one => one.OpenCountryCode != null && one.OpenCountryCode == nppo.CurrentCountryCode && one.State == ServingState.Asked)
            .Join(db.Set<Nppo>(), one => one.NppoId, asker => asker.Id, (_, asker) => asker.Organization.Name).SingleOrDefaultAsync(ct);

    private async Task<BuiltExchange> ReadBuiltAsync(ConsoleDbContext db, Nppo nppo, CancellationToken ct)
    {
        var connections = await db.Set<Connection>().AsNoTracking().Where(c => c.NppoId == nppo.Id).OrderBy(c => c.Code).ToListAsync(ct);
        var open = (await db.Set<DigitalCertificate>().AsNoTracking().Where(c => c.NppoId == nppo.Id).ToListAsync(ct))
            .Where(c => c.IsOpen).OrderBy(c => c.ConnectionCode, StringComparer.Ordinal).ThenBy(c => c.Usage)
            .ThenBy(c => c.Facts.ValidUntil).ThenBy(c => c.Id).ToList();
        var found = await findings.CheckAsync(db, nppo, open, ct);
        return new(connections, open.ConvertAll(c => new BuiltCertificate(c, found[c.Id])), hub.Value.Here);
    }
}
