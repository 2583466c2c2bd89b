using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.Registrations.Applicant.Components;
using Ephyto.AdminConsole.Features.Registrations.Components;
using Ephyto.AdminConsole.Features.Registrations.Contact.UseCases;
using Ephyto.AdminConsole.Features.Registrations.UseCases;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.AdminConsole.Platform.Refusals;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;

namespace Ephyto.AdminConsole.Features.Registrations.Pages;

/// <summary>
/// A form that was refused and may be sent once more. With words in it, it comes back in the answer itself: they belong in no address
/// and no cookie, and without JavaScript nothing else keeps them.
/// </summary>
internal static class ReturnedForm
{
    /// <param name="address">Shows the form with the complaint, without any words.</param>
    /// <param name="refusal">Why it came back.</param>
    /// <param name="words">As they were typed.</param>
    /// <param name="parameters">What the page's component is shown with, besides words and refusal.</param>
    public static async Task<IResult> OfAsync<TPage>(HttpContext http, string address, DomainError refusal, string? words,
        Dictionary<string, object> parameters)
        where TPage : LinkView
    {
        if (string.IsNullOrWhiteSpace(words)) return LocalUrl.Redirect(address);
        parameters[nameof(LinkView.Problem)] = refusal.Code;
        var sentence = http.RequestServices.GetRequiredService<Terms>().Error(refusal);
        return await AnswerAsync<TPage>(http, address, sentence, words, parameters);
    }

    /// <summary>A form that was sent only to come back in another language; see <see cref="FormLanguage"/>.</summary>
    /// <inheritdoc cref="OfAsync{TPage}"/>
    public static Task<IResult> InLanguageAsync<TPage>(HttpContext http, string address, string? words,
        Dictionary<string, object> parameters)
        where TPage : LinkView => AnswerAsync<TPage>(http, address, "", words ?? "", parameters);

    private static async Task<IResult> AnswerAsync<TPage>(HttpContext http, string address, string sentence, string words,
        Dictionary<string, object> parameters)
        where TPage : LinkView
    {
        parameters[nameof(LinkView.Words)] = words;
        // The framework may write such an answer before a page has loaded what it shows, and the form with the words would not be in it.
        var purpose = typeof(TPage) == typeof(Tracker) ? LinkPurpose.ApplicantTracker : LinkPurpose.ContactPointDecision;
        var view = await http.RequestServices.GetRequiredService<ViewRegistration>()
            .HandleAsync((Guid)parameters[nameof(LinkView.LinkId)], purpose, http.RequestAborted);
        if (view.IsSuccess) parameters[nameof(LinkView.Ready)] = view.Value;
        return Refusal.OfUnfinishedForm(new RefusalMessage(sentence, sentence, ""), new RefusedPage(typeof(TPage), parameters), address)
            .Answer(http);
    }
}
