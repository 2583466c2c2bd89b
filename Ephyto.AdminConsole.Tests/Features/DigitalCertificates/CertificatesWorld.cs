using System.Security.Cryptography.X509Certificates;
using Ephyto.AdminConsole.Features.DigitalCertificates.UseCases;
using Ephyto.AdminConsole.Features.Integration.UseCases;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;
using Ephyto.Domain.DigitalCertificates;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.DigitalCertificates;

/// <summary>What tests of certificates do and ask.</summary>
internal static class CertificatesWorld
{
    public static Task<Result<Guid>> UploadAsync(
        this ConsoleHost host, Guid nppo, Actor actor, X509Certificate2 certificate, string description = "Server",
        CertificateUsage usage = CertificateUsage.ClientAuthentication, Guid? connection = null) =>
        host.Get<UploadCertificate>()
            .HandleAsync(new(nppo, description, usage, certificate.RawData, connection), actor, CancellationToken.None);

    /// <summary>A connection over which everything is exchanged.</summary>
    public static async Task<Guid> ConnectAsync(this ConsoleHost host, Guid nppo, Actor actor) =>
        (await host.Get<SaveConnection>().HandleAsync(
            new(nppo, null, 0, ConnectionSettings.Nothing with
            {
                Send = true,
                Receive = true,
                Allowed = [new(PhytoType.Phytosanitary, PhytoStatus.Issued)],
            }), actor, CancellationToken.None)).Value;

    public static Task<Result<CertificateStatus>> ActivateAsync(this ConsoleHost host, Guid nppo, Actor actor, Guid certificate,
        Guid? replaces = null) =>
        host.Get<ActivateCertificate>().HandleAsync(new(nppo, certificate, replaces), actor, CancellationToken.None);

    public static async Task<CertificateList> CertificatesAsync(this ConsoleHost host, Guid nppo, Actor actor) =>
        (await host.Get<ListCertificates>().HandleAsync(nppo, actor, CancellationToken.None)).Value;

    /// <summary>Uploaded and put to use.</summary>
    public static async Task<Guid> InUseAsync(this ConsoleHost host, Guid nppo, Actor actor, int days = 365, string description = "Server",
        Guid? connection = null)
    {
        using var made = MadeCertificate.Ec(days: days);
        var id = (await host.UploadAsync(nppo, actor, made, description, connection: connection)).Value;
        var activated = await host.ActivateAsync(nppo, actor, id);
        Assert.True(activated.IsSuccess, activated.Error?.Sentence);
        return id;
    }

    public static Task<DigitalCertificate> CertificateAsync(this ConsoleHost host, Guid id) =>
        host.StoreAsync(db => db.Set<DigitalCertificate>().AsNoTracking().SingleAsync(c => c.Id == id));
}
