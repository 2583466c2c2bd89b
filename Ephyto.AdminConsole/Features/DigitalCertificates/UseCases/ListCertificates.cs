using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Field.Certificates;
using Ephyto.AdminConsole.Platform;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;
using Ephyto.Domain.DigitalCertificates;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.DigitalCertificates.UseCases;

/// <param name="Findings">The gravest first; empty for a certificate of which nothing becomes any more.</param>
public sealed record CertificateItem(DigitalCertificate Certificate, IReadOnlyList<CertificateFinding> Findings)
{
    /// <summary>Whether it was uploaded, and never can be put to use: one whose time has not begun still can.</summary>
    public bool IsUnfit => Certificate.IsUnfit(Findings);

    public bool IsBlocked => Findings.Any(finding => finding.Severity == FindingSeverity.Blocking);
}

/// <param name="Open">Those in use and those to come, the one that ends first at the top.</param>
/// <param name="Unfit">Those that were uploaded and cannot be put to use, the newest first.</param>
/// <param name="Past">Expired, superseded and revoked, the newest first.</param>
/// <param name="CountryCode">Of the organization.</param>
/// <param name="Organization">Its name.</param>
/// <param name="Connections">Of the organization, by their codes.</param>
/// <param name="System">By what the organization exchanges.</param>
/// <param name="MayEdit">Whether the reader may upload and change.</param>
/// <param name="Here">The environment of the console.</param>
public sealed record CertificateList(
    IReadOnlyList<CertificateItem> Open, IReadOnlyList<CertificateItem> Unfit, IReadOnlyList<CertificateItem> Past, string CountryCode,
    string Organization, IReadOnlyList<ConnectionRef> Connections, ExchangeSystem System, bool MayEdit, HubEnvironment Here)
{
    /// <summary>Whether those of its own system are kept, and of no effect: it has left that system.</summary>
    public bool HasLeftOwnSystem { get; init; }

    /// <summary>Whether a certificate is of any use: others prove who they are where the organization has no connection.</summary>
    public bool AreNeeded => System == ExchangeSystem.NationalSystem || Connections.Count > 0;

    /// <summary>Whether it has to be said to which connection a certificate belongs.</summary>
    public bool HasSeveral => Connections.Count > 1;
}

/// <summary>The certificates of an organization, each with what its check finds now.</summary>
internal sealed class ListCertificates(
    IDbContextFactory<ConsoleDbContext> contexts, CertificateFindings findings, IOptions<HubOptions> hub)
{
    public async Task<Result<CertificateList>> HandleAsync(Guid nppoId, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnNppoAsync(actor, Permission.NppoView, nppoId, ct) is { } refusal) return refusal;

        var nppo = await db.Set<Nppo>().AsNoTracking().SingleAsync(n => n.Id == nppoId, ct);
        var mayEdit = await db.AllowsOnNppoAsync(actor, Permission.IntegrationEdit, nppoId, ct);
        if (nppo.HasLeftOwnSystem)
        {
            return new CertificateList(
                [], [], [], nppo.CountryCode, nppo.Organization.Name, [], nppo.Organization.System, mayEdit, hub.Value.Here)
            {
                HasLeftOwnSystem = true,
            };
        }

        var all = await db.Set<DigitalCertificate>().AsNoTracking().Where(c => c.NppoId == nppoId).ToListAsync(ct);
        var open = all.Where(c => c.IsOpen).OrderBy(c => c.Status == CertificateStatus.Uploaded).ThenBy(c => c.Facts.ValidUntil)
            .ThenBy(c => c.Id).ToList();
        var found = await findings.CheckAsync(db, nppo, open, ct);
        var items = open.ConvertAll(c => new CertificateItem(c, found[c.Id]));
        var connections = await db.Set<Connection>().AsNoTracking().Where(c => c.NppoId == nppoId).OrderBy(c => c.Code).ToListAsync(ct);
        return new CertificateList(
            [.. items.Where(item => !item.IsUnfit)],
            [.. items.Where(item => item.IsUnfit).OrderByDescending(item => item.Certificate.UploadedAt)],
            [.. all.Where(c => !c.IsOpen).OrderByDescending(c => c.StatusSince).ThenBy(c => c.Id).Select(c => new CertificateItem(c, []))],
            nppo.CountryCode, nppo.Organization.Name, [.. connections.Select(c => c.Ref)], nppo.Organization.System, mayEdit,
            hub.Value.Here);
    }
}
