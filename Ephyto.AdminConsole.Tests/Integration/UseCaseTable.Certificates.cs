using Ephyto.AdminConsole.Features.DigitalCertificates.UseCases;
using Ephyto.Domain.Access;
using Ephyto.Domain.DigitalCertificates;
using static Ephyto.AdminConsole.Tests.Integration.UseCaseAccess;

namespace Ephyto.AdminConsole.Tests.Integration;

internal static partial class UseCaseTable
{
    private static Type[] CertificateParts => [typeof(CertificateAct), typeof(AdvanceCertificates)];

    private static UseCaseAccess[] OnCertificates =>
    [
        OnNppo<ListCertificates>(Permission.NppoView,
            async (handler, world, actor) => (await handler.HandleAsync(world.NppoId, actor, Never)).Error),
        OnNppo<FetchCertificate>(Permission.NppoView,
            async (handler, world, actor) => (await handler.HandleAsync(new(world.NppoId, Guid.NewGuid()), actor, Never)).Error),
        OnNppo<FetchExpiry>(Permission.NppoView,
            async (handler, world, actor) => (await handler.HandleAsync(new(world.NppoId, Guid.NewGuid()), actor, Never)).Error),
        OnNppo<UploadCertificate>(Permission.IntegrationEdit,
            async (handler, world, actor) =>
                (await handler.HandleAsync(new(world.NppoId, "Server", CertificateUsage.Signing, []), actor, Never)).Error),
        OnNppo<ActivateCertificate>(Permission.IntegrationEdit,
            async (handler, world, actor) => (await handler.HandleAsync(new(world.NppoId, Guid.NewGuid()), actor, Never)).Error),
        OnNppo<SupersedeCertificate>(Permission.IntegrationEdit,
            async (handler, world, actor) =>
                (await handler.HandleAsync(new(world.NppoId, Guid.NewGuid(), Guid.NewGuid()), actor, Never)).Error),
        OnNppo<AssignCertificate>(Permission.IntegrationEdit,
            async (handler, world, actor) =>
                (await handler.HandleAsync(new(world.NppoId, Guid.NewGuid(), null, Guid.NewGuid()), actor, Never)).Error),
        OnNppo<RevokeCertificate>(Permission.IntegrationEdit,
            async (handler, world, actor) =>
                (await handler.HandleAsync(new(world.NppoId, Guid.NewGuid(), RevocationReason.KeyLost, null), actor, Never)).Error),
    ];
}
