using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Field.Delivery.UseCases;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Components.Emails;

/// <summary>The messages about something and how they fare; who may, sends one again.</summary>
public sealed partial class SubjectEmails
{
    private IReadOnlySet<Guid> _offered = new HashSet<Guid>();
    private string? _news;
    private Tone _newsTone;

    [Parameter, EditorRequired] public string Title { get; set; } = "";

    [Parameter, EditorRequired] public SubjectRef About { get; set; }

    [Parameter, EditorRequired] public IReadOnlyList<SubjectEmail> Emails { get; set; } = [];

    [CascadingParameter] private Task<AuthenticationState> Reader { get; set; } = default!;

    [Inject] private ResendEmail Resend { get; set; } = default!;

    [Inject] private Terms.Terms Terms { get; set; } = default!;

    [Inject] private IStringLocalizer<SubjectEmailsText> Text { get; set; } = default!;

    protected override async Task OnParametersSetAsync() =>
        _offered = await Resend.OfferedAsync(About, await Reader.ToActorAsync(), CancellationToken.None);

    // The page hears of it by its live feed, like every other page that shows the same.
    private async Task ResendAsync(Guid id)
    {
        var sent = await Resend.HandleAsync(id, waits: false, await Reader.ToActorAsync(), CancellationToken.None);
        (_news, _newsTone) = sent.Error is { } refusal ? (Terms.Error(refusal), Tone.Warning) : (Text["MailResent"], Tone.Success);
        await OnParametersSetAsync();
    }
}
