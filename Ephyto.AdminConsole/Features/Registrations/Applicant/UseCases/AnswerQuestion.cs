using Ephyto.AdminConsole.Field.Directory;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Registrations;

namespace Ephyto.AdminConsole.Features.Registrations.Applicant.UseCases;

/// <param name="QuestionId">The step in which the question was asked that the page showed; a later one is not answered in its
/// place.</param>
internal sealed record AnswerQuestionRequest(Guid LinkId, string? Words, Guid? QuestionId = null);

/// <summary>The applicant answers; the registration goes before the directory's contact of today.</summary>
internal sealed class AnswerQuestion(ApplicantAct applicant, RegistrationPolicy policy)
{
    public Task<Result<RegistrationStatus>> HandleAsync(AnswerQuestionRequest request, CancellationToken ct) => applicant.ActAsync(
        request.LinkId, async (db, registration, now) =>
            request.QuestionId is { } shown && shown != registration.OpenQuestion()?.Id
            ? AccessErrors.ChangedMeanwhile
            : registration.Answer(request.Words, await db.CurrentContactAsync(registration.CountryCode, ct), policy, now), ct);
}
