using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.DigitalCertificates;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.DigitalCertificates.UseCases;

/// <summary>A file to download.</summary>
internal sealed record CertificateDownload(string Name, string ContentType, byte[] Bytes)
{
    /// <summary>Without anything that means something to a shell or a header.</summary>
    public static string NameOf(Nppo nppo, DigitalCertificate certificate, string ending) =>
        $"ephyto-{(certificate.ConnectionCode ?? nppo.CountryCode).ToLowerInvariant()}"
            + $"-{certificate.Facts.Thumbprint[..8].ToLowerInvariant()}{ending}";
}

internal sealed record FetchCertificateRequest(Guid NppoId, Guid CertificateId);

/// <summary>The certificate and its chain in PEM.</summary>
internal sealed class FetchCertificate(IDbContextFactory<ConsoleDbContext> contexts)
{
    public async Task<Result<CertificateDownload>> HandleAsync(FetchCertificateRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnNppoAsync(actor, Permission.NppoView, request.NppoId, ct) is { } refusal) return refusal;
        if (await CertificateAct.FindAsync(db, request.NppoId, request.CertificateId, ct) is not { } certificate)
            return AccessErrors.NotFound;

        var nppo = await db.Set<Nppo>().SingleAsync(n => n.Id == request.NppoId, ct);
        return new CertificateDownload(CertificateDownload.NameOf(nppo, certificate, ".pem"), "application/x-pem-file",
            certificate.Pem);
    }
}
