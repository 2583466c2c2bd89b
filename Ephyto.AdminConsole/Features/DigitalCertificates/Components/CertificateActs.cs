using Ephyto.AdminConsole.Features.DigitalCertificates.UseCases;
using Ephyto.Domain.Common;
using Ephyto.Domain.DigitalCertificates;

namespace Ephyto.AdminConsole.Features.DigitalCertificates.Components;

/// <summary>What the page about certificates shows and does.</summary>
internal sealed class CertificateActs(
    ListCertificates list, UploadCertificate upload, ActivateCertificate activate, SupersedeCertificate supersede, RevokeCertificate revoke)
{
    public Task<Result<CertificateList>> ListAsync(Guid nppoId, Actor reader) => list.HandleAsync(nppoId, reader, CancellationToken.None);

    public Task<Result<Guid>> UploadAsync(UploadCertificateRequest request, Actor actor) => upload.HandleAsync(request, actor, CancellationToken.None);

    public async Task<DomainError?> ActivateAsync(DigitalCertificate certificate, Guid? replacesId, Actor actor) =>
        (await activate.HandleAsync(new(certificate.NppoId, certificate.Id, replacesId), actor, CancellationToken.None)).Error;

    public async Task<DomainError?> SupersedeAsync(DigitalCertificate certificate, Guid nextId, Actor actor) =>
        (await supersede.HandleAsync(new(certificate.NppoId, certificate.Id, nextId), actor, CancellationToken.None)).Error;

    public async Task<DomainError?> RevokeAsync(DigitalCertificate certificate, RevocationReason reason, string? words, Actor actor) =>
        (await revoke.HandleAsync(new(certificate.NppoId, certificate.Id, reason, words), actor, CancellationToken.None)).Error;
}
