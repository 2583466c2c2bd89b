using Bunit;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;

namespace Ephyto.AdminConsole.Tests.Components.Shared;

public sealed class ConfirmDialogTests : ShellContext
{
    private readonly IRenderedComponent<MudDialogProvider> _dialogs;

    public ConfirmDialogTests()
    {
        Services.AddMudServices();
        JSInterop.Mode = JSRuntimeMode.Loose; // MudBlazor's own calls: focus and scrolling.
        _dialogs = Render<MudDialogProvider>();
    }

    [Theory]
    [InlineData("Remove the member", true)]
    [InlineData("Cancel", false)]
    public async Task The_answer_is_the_button_that_was_pressed(string button, bool answer)
    {
        var asked = _dialogs.InvokeAsync(() => Services.GetRequiredService<IDialogService>()
            .ConfirmAsync("Remove the member?", "Marc can no longer sign in.", "Remove the member", dangerous: true));

        _dialogs.WaitForAssertion(() => Assert.Contains("Marc can no longer sign in.", _dialogs.Markup, StringComparison.Ordinal));
        await _dialogs.PressAsync(button);

        Assert.Equal(answer, await asked);
    }

    [Fact]
    public async Task A_second_press_while_a_dialog_is_open_opens_no_other_and_the_next_one_opens_again()
    {
        var first = AskAsync();
        var second = AskAsync();

        Assert.False(await second);
        _dialogs.WaitForAssertion(() => Assert.Contains("Marc can no longer sign in.", _dialogs.Markup, StringComparison.Ordinal));
        Assert.Single(_dialogs.FindComponents<ConfirmDialog>());
        await _dialogs.PressAsync("Remove the member");
        Assert.True(await first);
        _dialogs.WaitForAssertion(() => Assert.Empty(_dialogs.FindComponents<ConfirmDialog>()));

        var again = AskAsync();
        _dialogs.WaitForAssertion(() => Assert.Single(_dialogs.FindComponents<ConfirmDialog>()));
        Assert.False(again.IsCompleted);
    }

    [Fact]
    public void What_was_open_where_the_place_for_dialogs_is_taken_away_keeps_no_other_from_opening()
    {
        _ = AskAsync();
        Services.GetRequiredService<IDialogService>().ForgetOpen();

        var next = AskAsync();

        _dialogs.WaitForAssertion(() => Assert.Equal(2, _dialogs.FindComponents<ConfirmDialog>().Count));
        Assert.False(next.IsCompleted);
    }

    private Task<bool> AskAsync() => _dialogs.InvokeAsync(() => Services.GetRequiredService<IDialogService>()
        .ConfirmAsync("Remove the member?", "Marc can no longer sign in.", "Remove the member", dangerous: true));
}
