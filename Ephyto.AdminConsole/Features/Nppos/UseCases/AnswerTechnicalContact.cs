using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Features.Nppos.UseCases;

internal sealed record AnswerTechnicalContactRequest(Guid NppoId, bool Accept);

/// <summary>The member who was asked accepts or declines.</summary>
internal sealed class AnswerTechnicalContact(ContactAct contacts)
{
    public Task<Result<Guid>> HandleAsync(AnswerTechnicalContactRequest request, Actor actor, CancellationToken ct) =>
        contacts.ActAsync(request.NppoId, actor, (_, situation) => Task.FromResult(request.Accept
            ? situation.Nppo.AcceptTechnicalContact(situation.Self.Id, actor.Id, situation.Now)
            : situation.Nppo.DeclineTechnicalContact(situation.Self.Id, actor.Id, situation.Now)), ct);
}
