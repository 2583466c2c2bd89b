using Ephyto.Domain.Registrations;

namespace Ephyto.AdminConsole.Features.Registrations;

internal static class OpenQuestions
{
    /// <summary>The step in which the question was asked that waits for an answer, or that was answered last.</summary>
    public static RegistrationStep? OpenQuestion(this Registration registration) =>
        registration.Steps.Where(step => step.Code == QuestionAsked.Name).MaxBy(step => step.Number);

    /// <summary>Each question with its answer, where there is one, the newest first.</summary>
    public static List<(RegistrationStep Question, RegistrationStep? Answer)> QuestionsAndAnswers(this Registration registration)
    {
        List<(RegistrationStep Question, RegistrationStep? Answer)> pairs = [];
        foreach (var step in registration.Steps.OrderBy(step => step.Number))
        {
            if (step.Code == QuestionAsked.Name) pairs.Insert(0, (step, null));
            else if (step.Code == QuestionAnswered.Name && pairs is [var latest, ..]) pairs[0] = (latest.Question, step);
        }

        return pairs;
    }
}
