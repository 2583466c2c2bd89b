using Ephyto.AdminConsole.Features.Letters.UseCases;
using Ephyto.Domain.Common;
using Ephyto.Domain.Letters;

namespace Ephyto.AdminConsole.Features.Letters.Components;

/// <summary>What the organisation's page about letters shows and does.</summary>
internal sealed class OwnLetterActs(ListOwnLetters list, AskForLetter ask, CancelLetter cancel)
{
    public Task<Result<OwnLetters>> ListAsync(Guid nppoId, int page, Actor reader) => list.HandleAsync(new(nppoId, page), reader, CancellationToken.None);

    public Task<Result<Guid>> AskAsync(Guid nppoId, Language language, string? addressee, Actor actor) =>
        ask.HandleAsync(new(nppoId, language, addressee), actor, CancellationToken.None);

    public Task<Result<LetterStatus>> CancelAsync(ParticipationLetter letter, Actor actor) =>
        cancel.HandleAsync(new(letter.NppoId, letter.Id), actor, CancellationToken.None);
}
