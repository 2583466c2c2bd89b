using Ephyto.AdminConsole.Features.Integration.UseCases;
using Ephyto.AdminConsole.Features.IntegrationDocuments.UseCases;
using Ephyto.AdminConsole.Features.Sandbox.ConnectionTest.UseCases;
using Ephyto.Domain.Access;
using Ephyto.Domain.Connections;
using Ephyto.Domain.Integration;
using Ephyto.Domain.IntegrationDocuments;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;
using static Ephyto.AdminConsole.Tests.Integration.UseCaseAccess;

namespace Ephyto.AdminConsole.Tests.Integration;

internal static partial class UseCaseTable
{
    private static UseCaseAccess[] OnDocuments =>
    [
        OnNppo<ListDocuments>(Permission.DocumentsRead,
            async (handler, world, actor) => (await handler.HandleAsync(new(world.NppoId), actor, Never)).Error),
        OnNppo<ExportDocuments>(Permission.DocumentsRead,
            async (handler, world, actor) => (await handler.HandleAsync(new(world.NppoId), actor, Never)).Error),
        OnNppo<ReadDocument>(Permission.DocumentsRead,
            async (handler, world, actor) => (await handler.HandleAsync(new(world.NppoId, Guid.NewGuid()), actor, Never)).Error),
        OnNppo<NoteReading>(Permission.DocumentsRead,
            async (handler, world, actor) => (await handler.HandleAsync(new(world.NppoId, Guid.NewGuid()), actor, Never)).Error),
        OnNppo<FetchDocument>(Permission.DocumentsRead,
            async (handler, world, actor) => (await handler.HandleAsync(new(world.NppoId, Guid.NewGuid(), false), actor, Never)).Error),
        OnNppo<FetchAllDocuments>(Permission.DocumentsRead,
            async (handler, world, actor) => (await handler.HandleAsync(new(world.NppoId, true), actor, Never)).Error),
        OnNppo<SearchDocuments>(Permission.DocumentsRead,
            async (handler, world, actor) => (await handler.HandleAsync(new(world.NppoId, "Hub"), actor, Never)).Error),
        OnHub<ListLibrary>(Permission.LibraryView, async (handler, _, actor) => (await handler.HandleAsync(new(), actor, Never)).Error),
        OnHub<ExportLibrary>(Permission.LibraryView, async (handler, _, actor) => (await handler.HandleAsync(new(), actor, Never)).Error),
        OnHub<ViewLibraryDocument>(Permission.LibraryView,
            async (handler, _, actor) => (await handler.HandleAsync(Guid.NewGuid(), actor, Never)).Error),
        OnHub<ListHolders>(Permission.LibraryView,
            async (handler, _, actor) => (await handler.HandleAsync(Guid.NewGuid(), actor, Never)).Error),
        OnHub<FetchVersion>(Permission.LibraryView,
            async (handler, _, actor) => (await handler.HandleAsync(new(Guid.NewGuid(), false), actor, Never)).Error),
        OnHub<AddDocument>(Permission.LibraryManage,
            async (handler, _, actor) =>
                (await handler.HandleAsync(new(DocumentKind.Other, null, "en", DocumentAudience.HubStaff, "a.md", []),
                    actor, Never)).Error),
        OnHub<AddDocumentVersion>(Permission.LibraryManage,
            async (handler, _, actor) => (await handler.HandleAsync(new(Guid.NewGuid(), null, "a.md", []), actor, Never)).Error),
        OnHub<PublishDocument>(Permission.LibraryManage,
            async (handler, _, actor) => (await handler.HandleAsync(new(Guid.NewGuid(), Guid.NewGuid()), actor, Never)).Error),
        OnHub<WithdrawDocument>(Permission.LibraryManage,
            async (handler, _, actor) => (await handler.HandleAsync(new(Guid.NewGuid(), Guid.NewGuid()), actor, Never)).Error),
        OnHub<ShowDocument>(Permission.LibraryManage,
            async (handler, _, actor) => (await handler.HandleAsync(new(Guid.NewGuid(), DocumentAudience.Members), actor, Never)).Error),
    ];

    private static UseCaseAccess[] OnIntegration =>
    [
        OnNppo<ViewIntegration>(Permission.NppoView,
            async (handler, world, actor) => (await handler.HandleAsync(world.NppoId, actor, Never)).Error),
        OnNppo<ViewConnections>(Permission.NppoView,
            async (handler, world, actor) => (await handler.HandleAsync(world.NppoId, actor, Never)).Error),
        OnNppo<ReportStep>(Permission.IntegrationEdit,
            async (handler, world, actor) =>
                (await handler.HandleAsync(new(world.NppoId, new(IntegrationStep.FirstSent, null, null), null), actor, Never)).Error),
        OnNppo<ChangeSystem>(Permission.NppoEdit,
            async (handler, world, actor) => (await handler.HandleAsync(
                new(world.NppoId, new(ExchangeSystem.GeNS, null), ExchangeSystem.NationalSystem), actor, Never)).Error),
        OnNppo<SaveConnection>(Permission.IntegrationEdit,
            async (handler, world, actor) =>
                (await handler.HandleAsync(new(world.NppoId, Guid.NewGuid(), 0, ConnectionSettings.Nothing), actor, Never)).Error),
        OnNppo<TestConnection>(Permission.IntegrationEdit,
            async (handler, world, actor) => (await handler.HandleAsync(new(world.NppoId, Guid.NewGuid()), actor, Never)).Error),
        OnHub<ListIntegration>(Permission.NpposView,
            async (handler, _, actor) => (await handler.HandleAsync(new(null, 1), actor, Never)).Error),
        OnHub<ExportIntegration>(Permission.NpposView,
            async (handler, _, actor) => (await handler.HandleAsync(new(new(null, 1)), actor, Never)).Error),
        OnHub<AnswerStep>(Permission.NpposManage,
            async (handler, world, actor) =>
                (await handler.HandleAsync(new(world.NppoId, new(IntegrationStep.FirstSent, null, null), true, null), actor, Never)).Error),
        OnHub<TakeBackAnswer>(Permission.NpposManage,
            async (handler, world, actor) =>
                (await handler.HandleAsync(new(world.NppoId, new(IntegrationStep.FirstSent, null, null)), actor, Never)).Error),
        OnHub<ListChannels>(Permission.NpposView, async (handler, _, actor) => (await handler.HandleAsync(actor, Never)).Error),
        OnHub<AddChannel>(Permission.NpposManage,
            async (handler, _, actor) => (await handler.HandleAsync(new("EAST", "East", true, true), actor, Never)).Error),
        OnHub<ChangeChannel>(Permission.NpposManage,
            async (handler, _, actor) => (await handler.HandleAsync(new(Guid.NewGuid(), 0, "East", true, true), actor, Never)).Error),
        OnHub<OfferChannel>(Permission.NpposManage,
            async (handler, _, actor) => (await handler.HandleAsync(new(Guid.NewGuid(), false), actor, Never)).Error),
        OnHub<AdvanceExchange>(Permission.NpposManage,
            async (handler, world, actor) => (await handler.HandleAsync(
                world.NppoId, new(NppoStatus.Onboarding, ExchangeSystem.NationalSystem), actor, Never)).Error),
    ];
}
