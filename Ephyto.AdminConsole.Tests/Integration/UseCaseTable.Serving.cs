using Ephyto.AdminConsole.Features.Serving.UseCases;
using Ephyto.Domain.Access;
using static Ephyto.AdminConsole.Tests.Integration.UseCaseAccess;

namespace Ephyto.AdminConsole.Tests.Integration;

internal static partial class UseCaseTable
{
    private static Type[] ServingParts => [typeof(ServingAct), typeof(ServingDecision), typeof(AdvanceServings), typeof(TellChanges)];

    private static Type[] ServingByLink =>
        [typeof(ViewServedCountry), typeof(ConfirmServing), typeof(DeclineServing), typeof(EndServingByLink)];

    private static UseCaseAccess[] OnServing =>
    [
        OnNppo<ViewServing>(Permission.NppoView,
            async (handler, world, actor) => (await handler.HandleAsync(world.NppoId, actor, Never)).Error),
        OnNppo<AskCountries>(Permission.IntegrationEdit,
            async (handler, world, actor) => (await handler.HandleAsync(new(world.NppoId, Guid.NewGuid(), ["GH"]), actor, Never)).Error),
        OnNppo<AskCountryAgain>(Permission.IntegrationEdit,
            async (handler, world, actor) => (await handler.HandleAsync(new(world.NppoId, Guid.NewGuid(), 1), actor, Never)).Error),
        OnNppoOrHub<WithdrawServing>(Permission.IntegrationEdit, Permission.NpposManage,
            async (handler, world, actor) => (await handler.HandleAsync(new(world.NppoId, Guid.NewGuid(), 1), actor, Never)).Error),
        OnNppoOrHub<EndServing>(Permission.IntegrationEdit, Permission.NpposManage,
            async (handler, world, actor) =>
                (await handler.HandleAsync(new(new(world.NppoId, Guid.NewGuid(), 1), null, "No"), actor, Never)).Error),
    ];
}
