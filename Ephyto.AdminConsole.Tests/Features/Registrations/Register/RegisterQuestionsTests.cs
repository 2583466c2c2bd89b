using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.Registrations.Recover;
using Ephyto.AdminConsole.Features.Registrations.Register;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.AdminConsole.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Tests.Features.Registrations.Register;

/// <summary>A new question fails here until it is asked in the form and in a recovery, and until every language has words for it.</summary>
public sealed class RegisterQuestionsTests
{
    [Fact]
    public void Every_field_is_asked_once_and_in_its_order() =>
        Assert.Equal(Enum.GetValues<RegisterField>(), RegisterQuestions.All.Select(question => question.Field));

    [Fact]
    public void A_recovery_takes_every_answer_about_the_person()
    {
        var form = new RecoverForm();
        var asked = RegisterSteps.FieldsOf(RegisterStep.Representative).ToList();
        foreach (var field in asked) form.Answer(field, $"+{(int)field} {field}");

        Assert.NotEmpty(asked);
        Assert.All(asked, field => Assert.Equal($"+{(int)field} {field}", form.ToPerson()[field]));
        Assert.Equal($"+{(int)RegisterField.Email} Email", form.Email);
    }

    [Theory, MemberData(nameof(Offered.Languages), MemberType = typeof(Offered))]
    public void Every_question_has_its_words(string language)
    {
        using var reader = CultureScope.Enter(language);
        var (form, recovery, names) = (OwnOf<RegisterText>(language), OwnOf<RecoverText>(language), OwnOf<FieldNames>(language));
        var person = RegisterQuestions.All.Where(question => question.Step == RegisterStep.Representative).ToList();

        Assert.Empty(RegisterQuestions.All.SelectMany(question => Missing(question, form, names)));
        Assert.Empty(person.SelectMany(question => Missing(question, recovery, names)));
    }

    private static IEnumerable<string> Missing(RegisterQuestion question, HashSet<string> own, HashSet<string> names)
    {
        if (!own.Contains(question.Field.ToString()) && !names.Contains(question.Field.ToString())) yield return $"{question.Field}";
        if (question.Hint is { } hint && !own.Contains(hint)) yield return hint;
        if (!question.IsOptional && !own.Contains($"{question.Field}Missing")) yield return $"{question.Field}Missing";
    }

    private static HashSet<string> OwnOf<T>(string language)
    {
        using var services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();
        return [.. services.GetRequiredService<IStringLocalizer<T>>().GetAllStrings(includeParentCultures: language == "en")
            .Select(text => text.Name)];
    }
}
