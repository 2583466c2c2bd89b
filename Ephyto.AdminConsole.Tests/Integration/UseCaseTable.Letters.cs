using Ephyto.AdminConsole.Features.Letters.UseCases;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Nppos;
using static Ephyto.AdminConsole.Tests.Integration.UseCaseAccess;

namespace Ephyto.AdminConsole.Tests.Integration;

internal static partial class UseCaseTable
{
    private static Type[] LetterParts => [typeof(LetterAct)];

    private static Type[] LettersByLink => [typeof(AskByLink), typeof(ViewLetterRequest), typeof(CancelByLink), typeof(FetchByLink)];

    private static Type[] LettersInPublic => [typeof(SendLetterLink), typeof(VerifyLetter), typeof(FindLetter)];

    private static UseCaseAccess[] OnLetters =>
    [
        OnNppo<ListOwnLetters>(Permission.NppoView,
            async (handler, world, actor) => (await handler.HandleAsync(new(world.NppoId, 1), actor, Never)).Error),
        OnNppo<ExportOwnLetters>(Permission.NppoView,
            async (handler, world, actor) => (await handler.HandleAsync(new(world.NppoId), actor, Never)).Error),
        OnNppo<FetchLetter>(Permission.NppoView,
            async (handler, world, actor) => (await handler.HandleAsync(new(world.NppoId, Guid.NewGuid()), actor, Never)).Error),
        OnNppo<AskForLetter>(Permission.LettersAsk,
            async (handler, world, actor) => (await handler.HandleAsync(new(world.NppoId, Languages.English, "中"), actor, Never)).Error),
        OnNppo<CancelLetter>(Permission.LettersAsk,
            async (handler, world, actor) => (await handler.HandleAsync(new(world.NppoId, Guid.NewGuid()), actor, Never)).Error),
        OnHub<ListLetters>(Permission.LettersView,
            async (handler, _, actor) => (await handler.HandleAsync(new(null, null, 1), actor, Never)).Error),
        OnHub<ExportLetters>(Permission.LettersView,
            async (handler, _, actor) => (await handler.HandleAsync(new(new(null, null, 1)), actor, Never)).Error),
        OnHub<ViewLetter>(Permission.LettersView,
            async (handler, _, actor) => (await handler.HandleAsync(Guid.NewGuid(), actor, Never)).Error),
        OnHub<PreviewLetter>(Permission.LettersView,
            async (handler, _, actor) => (await handler.HandleAsync(Guid.NewGuid(), actor, Never)).Error),
        OnHub<IssueLetter>(Permission.LettersIssue,
            async (handler, _, actor) => (await handler.HandleAsync(new(Guid.NewGuid(), NppoStatus.Live), actor, Never)).Error),
        OnHub<DeclineLetter>(Permission.LettersIssue,
            async (handler, _, actor) => (await handler.HandleAsync(new(Guid.NewGuid(), "No"), actor, Never)).Error),
        OnHub<WithdrawLetter>(Permission.LettersIssue,
            async (handler, _, actor) => (await handler.HandleAsync(new(Guid.NewGuid(), "No"), actor, Never)).Error),
    ];
}
