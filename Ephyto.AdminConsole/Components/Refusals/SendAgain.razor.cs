using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Platform.Forms;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Platform.Refusals;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Components.Refusals;

/// <summary>
/// Offers a refused form once more. Several messages may be open in one browser: it says what the form was shown for, and what
/// it does, before it is sent.
/// </summary>
public sealed partial class SendAgain
{
    private string? _about;

    [CascadingParameter] private HttpContext? HttpContext { get; set; }

    [Inject] internal IStringLocalizer<RefusedPageText> Text { get; set; } = default!;

    [Inject] internal Terms.Terms Terms { get; set; } = default!;

    [Inject] internal ShownForms Forms { get; set; } = default!;

    [Inject] internal LinkChoices Choices { get; set; } = default!;

    [Inject] internal UserManager<ConsoleUser> Users { get; set; } = default!;

    private Refusal? Refusal => HttpContext?.Features.Get<Refusal>();

    private RefusedForm? Kept => Refusal?.Form;

    private bool IsOver => Refusal?.Kind is RefusalKind.Overtaken or RefusalKind.LinkEnded;

    private string? User => HttpContext?.User.Identity is { IsAuthenticated: true, Name: { } name } ? name : null;

    private string? Act => Kept is { } kept && Text[$"Act_{ActOf(kept.Action)}"] is { ResourceNotFound: false } act ? act.Value : null;

    protected override async Task OnInitializedAsync()
    {
        if (Kept is not { } kept || Refusal?.Kind == RefusalKind.NoStore || Forms.Read(kept.ShownFor) is not { } form) return;
        try
        {
            _about = await NameAsync(HttpContext!, form);
        }
        catch (Exception failed) when (Platform.Refusals.Refusal.KindOf(failed) is not null)
        {
            // The store is busy, or gone: the form can still be sent again, without the name.
        }
    }

    private async Task<string?> NameAsync(HttpContext http, ShownForm form)
    {
        if (form.LinkId is { } id) return await Choices.NameAsync(http, id);
        if ((form.SubjectId ?? form.PersonId) is not { } account) return null;
        return (await Users.FindByIdAsync(account.ToString()))?.Email;
    }

    // "./contact-point/decline?link=…" is named contact_point_decline.
    private static string ActOf(string action) => action.Split('?')[0].Trim('.', '/').Replace('/', '_').Replace('-', '_');

    private string LabelOf(string field) =>
        Text[$"Secret_{RefusedForm.LastPart(field)}"] is { ResourceNotFound: false } label ? label : Text["Secret_Password"];
}
