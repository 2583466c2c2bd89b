using System.Text;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.DigitalCertificates.UseCases;

/// <summary>The last day of a certificate as an entry for a calendar.</summary>
internal sealed class FetchExpiry(IDbContextFactory<ConsoleDbContext> contexts, ExpiryCalendar calendar)
{
    public async Task<Result<CertificateDownload>> HandleAsync(FetchCertificateRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnNppoAsync(actor, Permission.NppoView, request.NppoId, ct) is { } refusal) return refusal;
        if (await CertificateAct.FindAsync(db, request.NppoId, request.CertificateId, ct) is not { } certificate)
            return AccessErrors.NotFound;

        var nppo = await db.Set<Nppo>().SingleAsync(n => n.Id == request.NppoId, ct);
        var entry = calendar.Write(certificate, nppo.Organization.Name);
        return new CertificateDownload(
            CertificateDownload.NameOf(nppo, certificate, ".ics"), "text/calendar; charset=utf-8",
            Encoding.UTF8.GetBytes(entry));
    }
}
