using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Platform.Refusals;

/// <summary>What is known of a refused request beyond its status: a feature of the request, read by the page that answers it.</summary>
/// <param name="Form">Offered to be sent again; null where it must not, or cannot, be.</param>
/// <param name="Back">A page of this console to open again, as an address inside it; null where none is known.</param>
/// <param name="Said">What happened, where it has words of its own.</param>
/// <param name="Page">Shown in place of the words: the form's own page, with what was typed.</param>
internal sealed record Refusal(
    int Status, RefusalKind? Kind, RefusedForm? Form, string? Back, RefusalMessage? Said = null, RefusedPage? Page = null)
{
    /// <summary>A form whose token is missing, not the reader's, or of before.</summary>
    public static async Task<Refusal> OfFormAsync(HttpContext http, Exception? why)
    {
        var back = BackOf(http);
        if (Find<BadHttpRequestException>(why) is { } bad) return new(bad.StatusCode, null, null, back);
        if (Find<InvalidDataException>(why) is not null || Find<IOException>(why) is not null)
            return new(StatusCodes.Status400BadRequest, RefusalKind.UnreadableForm, null, back);
        if (!RefusedForm.IsFromOwnPage(http.Request)) return new(StatusCodes.Status400BadRequest, RefusalKind.ForeignForm, null, back);

        await RefusedForm.ReadAsync(http);
        var cookie = http.RequestServices.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.Cookie.Name;
        var kind = cookie is not null && http.Request.Cookies.ContainsKey(cookie) ? RefusalKind.StaleForm : RefusalKind.NoCookie;
        return new(StatusCodes.Status400BadRequest, kind, RefusedForm.Of(http), back);
    }

    /// <summary>A failure that is nobody's fault in the console, and that has its own status; null for any other.</summary>
    public static Refusal? Of(HttpContext http, Exception failed)
    {
        if (failed is BadHttpRequestException bad) return new(bad.StatusCode, null, null, BackOf(http));
        // Its token held, else it had not come so far.
        return KindOf(failed) is { } kind ? new(StatusCodes.Status503ServiceUnavailable, kind, RefusedForm.Of(http), BackOf(http)) : null;
    }

    /// <summary>Whether the store is the cause; null where it is not.</summary>
    public static RefusalKind? KindOf(Exception failed) =>
        failed.IsBusy() || failed.IsDeadlock() ? RefusalKind.Busy : failed.IsUnavailable() ? RefusalKind.NoStore : null;

    /// <summary>
    /// A form for a page that needs a sign-in, from somebody who is not, or no longer, signed in; or one that came too soon after others.
    /// </summary>
    public static async Task<Refusal> OfWaitingFormAsync(HttpContext http, int status, RefusalKind? kind)
    {
        await RefusedForm.ReadAsync(http);
        return new(status, kind, RefusedForm.IsFromOwnPage(http.Request) ? RefusedForm.Of(http) : null, BackOf(http));
    }

    /// <summary>A form in characters that are not read.</summary>
    public static Refusal OfUnreadableForm(HttpContext http) =>
        new(StatusCodes.Status400BadRequest, RefusalKind.UnreadableForm, null, BackOf(http));

    /// <summary>
    /// A press that came too late: nothing is offered to be sent again, and what was typed is shown to be copied.
    /// </summary>
    public static Refusal OfOvertakenPress(RefusalMessage said, string? typed, string back)
    {
        var form = string.IsNullOrWhiteSpace(typed) ? null : new RefusedForm(back, [KeyValuePair.Create("words", typed)], [], []);
        return new(StatusCodes.Status409Conflict, RefusalKind.Overtaken, form, back, said);
    }

    /// <summary>
    /// A form with words in it that was shown for somebody else: they are shown, to be copied, with the way to the page that says more.
    /// </summary>
    /// <returns>Null where nothing was typed, or another site may have sent it.</returns>
    public static Refusal? OfFormForAnother(HttpContext http, string back)
    {
        if (!RefusedForm.IsFromOwnPage(http.Request) || WordsOf(http) is not { } words) return null;
        var texts = http.RequestServices.GetRequiredService<IStringLocalizer<RefusalText>>();
        return OfOvertakenPress(new RefusalMessage(texts["Elsewhere_Title"], texts["Elsewhere_Lead"], texts["Elsewhere_Next"]),
            words, $"./{back}");
    }

    /// <summary>
    /// A form of a link that is no longer open in the browser: it says which message to open again, and shows what was typed, to be copied.
    /// </summary>
    /// <param name="message">What tells the message from others; null where nothing does.</param>
    /// <param name="back">The page that says more.</param>
    /// <returns>Null where the page that says more says it as well, without losing anything, or another site may have sent it.</returns>
    public static Refusal? OfClosedLink(HttpContext http, string? message, string back)
    {
        var (words, sendsCookies) = (WordsOf(http), http.Request.Cookies.Count > 0);
        if (!RefusedForm.IsFromOwnPage(http.Request) || (words is null && sendsCookies)) return null;
        var texts = http.RequestServices.GetRequiredService<IStringLocalizer<RefusalText>>();
        string?[] next = [words is null ? null : texts["LinkClosed_Copy"].Value, texts["LinkClosed_Next"].Value, sendsCookies
            ? null : texts["LinkClosed_NoCookies"].Value];
        var lead = message is null ? texts["LinkClosed_LeadUnnamed"] : texts["LinkClosed_Lead", message];
        return OfOvertakenPress(new RefusalMessage(texts["LinkClosed_Title"], lead, string.Join(' ', next.OfType<string>())),
            words, $"./{back}");
    }

    /// <summary>A form that has to be completed, or sent once more: its page itself is the answer.</summary>
    public static Refusal OfUnfinishedForm(RefusalMessage said, RefusedPage page, string back) =>
        new(StatusCodes.Status422UnprocessableEntity, null, null, back, said, page);

    /// <summary>
    /// A press on the page of a link that has ended: as with any late press, what was typed is shown to be copied.
    /// </summary>
    /// <param name="back">The page of the link: it says how the link ended, and offers a new one.</param>
    public static Refusal OfEndedLink(HttpContext http, string back) =>
        new(StatusCodes.Status409Conflict, RefusalKind.LinkEnded, RefusedForm.Of(http), back);

    /// <summary>An endpoint's answer: the shell makes the page of it.</summary>
    public IResult Answer(HttpContext http)
    {
        http.Features.Set(this);
        return Results.StatusCode(Status);
    }

    /// <summary>A form that its page does not have.</summary>
    public static Refusal OfUsedForm(HttpContext http) => new(StatusCodes.Status400BadRequest, RefusalKind.UsedForm, null, BackOf(http));

    // Whatever the form calls itself before it.
    private static string? WordsOf(HttpContext http) => RefusedForm.Of(http)?.Fields
        .Where(field => RefusedForm.LastPart(field.Key).Equals("words", StringComparison.OrdinalIgnoreCase))
        .Select(field => field.Value).FirstOrDefault(words => !string.IsNullOrWhiteSpace(words));

    private static string? BackOf(HttpContext http) => RefusedForm.PageBefore(http.Request)
        ?? (http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is null ? null : $"./{http.AskedFor()}");

    private static T? Find<T>(Exception? why)
        where T : Exception => why as T ?? (why?.InnerException is { } inner ? Find<T>(inner) : null);
}

/// <summary>A page that answers in the place of the one that says what was refused.</summary>
/// <param name="Component">Shown without a circuit.</param>
/// <param name="Parameters">Its parameters; what was typed is among them, and so stands in the answer and in no address.</param>
internal sealed record RefusedPage(Type Component, IDictionary<string, object> Parameters);
