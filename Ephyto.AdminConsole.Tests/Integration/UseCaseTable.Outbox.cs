using Ephyto.AdminConsole.Features.Outbox.UseCases;
using Ephyto.AdminConsole.Field.Delivery.UseCases;
using Ephyto.Domain.Access;
using static Ephyto.AdminConsole.Tests.Integration.UseCaseAccess;

namespace Ephyto.AdminConsole.Tests.Integration;

internal static partial class UseCaseTable
{
    private static Type[] OutboxParts => [typeof(EmailAct), typeof(SendingAct)];

    private static UseCaseAccess[] OnOutbox =>
    [
        OnHub<ListEmails>(Permission.OutboxView,
            async (handler, _, actor) => (await handler.HandleAsync(new(null, null, null, 1), actor, Never)).Error),
        OnHub<ExportEmails>(Permission.OutboxView,
            async (handler, _, actor) => (await handler.HandleAsync(new(new(null, null, null, 1)), actor, Never)).Error),
        OnHub<ViewEmail>(Permission.OutboxView,
            async (handler, _, actor) => (await handler.HandleAsync(Guid.NewGuid(), actor, Never)).Error),
        OnHub<ResendEmail>(Permission.OutboxManage,
            async (handler, _, actor) => (await handler.HandleAsync(Guid.NewGuid(), false, actor, Never)).Error),
        OnHub<CancelEmail>(Permission.OutboxManage,
            async (handler, _, actor) => (await handler.HandleAsync(Guid.NewGuid(), actor, Never)).Error),
        OnHub<CorrectAddress>(Permission.OutboxManage,
            async (handler, _, actor) => (await handler.HandleAsync(new(Guid.NewGuid(), "a@example.org"), actor, Never)).Error),
        OnHub<SettleEmail>(Permission.OutboxManage,
            async (handler, _, actor) => (await handler.HandleAsync(Guid.NewGuid(), actor, Never)).Error),
        OnHub<ResendMany>(Permission.OutboxManage,
            async (handler, _, actor) => (await handler.HandleAsync(new([], false), actor, Never)).Error),
        OnHub<PauseSending>(Permission.OutboxManage,
            async (handler, _, actor) => (await handler.HandleAsync(new("Why"), actor, Never)).Error),
        OnHub<ResumeSending>(Permission.OutboxManage,
            async (handler, _, actor) => (await handler.HandleAsync(default, actor, Never)).Error),
    ];
}
