// Offending code the rules must find: hands that do not wait for what they set going, beside one that does.
#pragma warning disable CA1822

using AngleSharp.Dom;
using Bunit;
using Ephyto.AdminConsole.Tests.Support;
using Microsoft.AspNetCore.Components;

namespace Ephyto.AdminConsole.Tests.Architecture.Samples;

internal sealed class HastyUser
{
    public void Press(IElement button) => button.Click();

    public void Type(IElement field) => field.Change("typed");

    public void Forget(IElement button) => _ = button.ClickAsync();

    public void Forget(IRenderedComponent<IComponent> page) => _ = page.InvokeAsync(() => Task.CompletedTask);

    public void Forget(IRenderedComponent<IComponent> page, string words) => _ = page.PressAsync(words);

    public async Task WaitAsync(IElement button)
    {
        var pressed = button.ClickAsync();
        await button.ClickAsync();
        await pressed;
    }
}
