using Ephyto.AdminConsole.Components.Live;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.Sandbox.FirstCall.UseCases;
using Ephyto.AdminConsole.Features.Sandbox.Traffic;
using Ephyto.AdminConsole.Features.Sandbox.UseCases;
using Ephyto.AdminConsole.Platform.Live;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Common;
using Ephyto.Domain.Registrations;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Sandbox.FirstCall.Components;

/// <summary>What an organization needs for a first call, what of it is there, the call itself, and who answers in the sandbox.</summary>
public sealed partial class FirstCallBoard
{
    private FirstCallView? _view;
    private DomainError? _refused;
    private string? _news;
    private Tone _newsTone;

    [Parameter, EditorRequired] public Guid NppoId { get; set; }

    /// <summary>By which the organization exchanges; of the hub it means nothing.</summary>
    [Parameter] public ExchangeSystem System { get; set; }

    [Parameter] public string? Overline { get; set; }

    [CascadingParameter] private Task<AuthenticationState> Reader { get; set; } = default!;

    [Inject] internal SandboxPlace Place { get; set; } = default!;

    [Inject] internal ViewFirstCall View { get; set; } = default!;

    [Inject] internal AskForSample Samples { get; set; } = default!;

    [Inject] internal Terms Terms { get; set; } = default!;

    [Inject] internal IStringLocalizer<FirstCallText> Text { get; set; } = default!;

    // Who had a system of their own before keeps its connection, and may try it.
    private bool HasNothing => System != ExchangeSystem.NationalSystem && _view is not { Connections.Count: > 0 };

    // Certificates and connections are the organization's, the first call of all is the sandbox's.
    private protected override IReadOnlyList<LiveTopic> Topics => [new(SubjectKinds.Nppo, NppoId), new(SubjectKinds.Sandbox, NppoId)];

    private protected override Reading Asks => Reading.Of(
        NppoId, View.HandleAsync, found => (_refused, _view) = (found.Error, found.IsSuccess ? found.Value : null));

    private async Task SendAsync(string connection)
    {
        var sent = await Samples.HandleAsync(new(NppoId, connection), await Reader.ToActorAsync(), CancellationToken.None);
        (_news, _newsTone) = sent.Error is { } refusal
            ? (Terms.Error(refusal), Tone.Warning) : (Text["SampleSent", sent.Value, connection].Value, Tone.Success);
        await ReloadAsync();
    }
}
