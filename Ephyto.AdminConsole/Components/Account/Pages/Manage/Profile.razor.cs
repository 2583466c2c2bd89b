using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Components.Account.Pages.Manage;

/// <summary>How the console calls a person, and in which language.</summary>
public sealed partial class Profile
{
    private static readonly string[] Zones =
        [.. TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id).Where(id => id.Contains('/', StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];

    [Inject] internal AccountSignIn Accounts { get; set; } = default!;

    [Inject] internal UserManager<ConsoleUser> Users { get; set; } = default!;

    [Inject] internal Terms.Terms Terms { get; set; } = default!;

    [Inject] internal IOptions<LanguageOptions> LanguageOptions { get; set; } = default!;

    [SupplyParameterFromQuery] private string? Done { get; set; }

    [SupplyParameterFromForm(FormName = "profile")] private ProfileForm? Form { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (Form is not null) return;

        // There before the first await: the page renders once while it waits.
        Form = new ProfileForm();
        var user = await Users.GetUserAsync(Http.User);
        (Form.Name, Form.Language, Form.TimeZone) = (user?.DisplayName, user?.Language, user?.TimeZone);
    }

    private async Task SaveAsync()
    {
        var name = FreeText.Line(Form!.Name, 100);
        var language = LanguageOptions.Value.Offered.FirstOrDefault(offered => offered.Code == Form.Language);
        if (name is null) Errors.Add("Form.Name", Text["NameMissing"]);
        if (TypedName.FaultOf(name) is { } fault) Errors.Add("Form.Name", Terms.Error(fault));
        if (Errors.Any || name is null || language is null || await Users.GetUserAsync(Http.User) is not { } user) return;

        (user.DisplayName, user.Language, user.TimeZone) = (name, language.Code, ReaderTimeZone.Known(Form.TimeZone));
        if (!(await Users.UpdateAsync(user)).Succeeded)
        {
            Errors.Add(null, Terms.Error(AccessErrors.ChangedMeanwhile));
            return;
        }

        LanguageChoice.Remember(Http, language);
        ReaderTimeZone.Choose(Http, user.TimeZone);
        await Accounts.RefreshAsync(Http, user);
        GoTo("account/manage/profile?done=saved");
    }

    private sealed class ProfileForm
    {
        public string? Name { get; set; }

        public string? Language { get; set; }

        public string? TimeZone { get; set; }
    }
}
