using Ephyto.AdminConsole.Features.Sandbox.UseCases;
using Ephyto.Domain.Access;
using static Ephyto.AdminConsole.Tests.Integration.UseCaseAccess;

namespace Ephyto.AdminConsole.Tests.Integration;

internal static partial class UseCaseTable
{
    private static UseCaseAccess[] OnSandbox =>
    [
        OnNppo<AskForSample>(Permission.IntegrationEdit,
            async (handler, world, actor) => (await handler.HandleAsync(new(world.NppoId, "CI"), actor, Never)).Error),
    ];
}
