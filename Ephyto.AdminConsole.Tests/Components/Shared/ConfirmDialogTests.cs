using Bunit;
using Ephyto.AdminConsole.Components.Shared;
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
        await _dialogs.FindAll("button.button").Single(shown => shown.TextContent == button).ClickAsync();

        Assert.Equal(answer, await asked);
    }
}
