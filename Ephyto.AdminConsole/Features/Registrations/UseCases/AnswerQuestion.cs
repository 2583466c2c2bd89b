using Ephyto.Domain.Common;
using Ephyto.Domain.Registrations;

namespace Ephyto.AdminConsole.Features.Registrations.UseCases;

internal sealed record AnswerQuestionRequest(Guid LinkId, string? Words);

/// <summary>The applicant answers; the registration goes before the directory's contact of today.</summary>
internal sealed class AnswerQuestion(ApplicantAct applicant, RegistrationPolicy policy)
{
    public Task<Result<RegistrationStatus>> HandleAsync(AnswerQuestionRequest request, CancellationToken ct) => applicant.ActAsync(
        request.LinkId, async (db, registration, now) =>
            registration.Answer(request.Words, await db.CurrentContactAsync(registration.CountryCode, ct), policy, now), ct);
}
