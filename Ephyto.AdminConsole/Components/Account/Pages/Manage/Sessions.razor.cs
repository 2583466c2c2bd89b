using Ephyto.AdminConsole.Components.Account.UseCases;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Microsoft.AspNetCore.Components;

namespace Ephyto.AdminConsole.Components.Account.Pages.Manage;

/// <summary>Where a person is signed in.</summary>
public sealed partial class Sessions
{
    private IReadOnlyList<UserSession> _sessions = [];

    [Inject] internal ListSessions List { get; set; } = default!;

    [Inject] internal EndSessions End { get; set; } = default!;

    [SupplyParameterFromQuery] private string? Done { get; set; }

    [SupplyParameterFromForm(FormName = "sessions")] private EndForm? Form { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Form ??= new EndForm();
        _sessions = await List.HandleAsync(Http.User.ToActor(), Aborted);
    }

    private async Task EndAsync()
    {
        if (Form!.SessionId is null && !Form.Others) return;
        await End.HandleAsync(new EndSessionsRequest(Form.SessionId, Http.User.SessionId()), Http.User.ToActor(), Aborted);
        GoTo("account/manage/sessions?done=ended");
    }

    private sealed class EndForm
    {
        /// <summary>One of them; none: all but this one.</summary>
        public Guid? SessionId { get; set; }

        public bool Others { get; set; }
    }
}
