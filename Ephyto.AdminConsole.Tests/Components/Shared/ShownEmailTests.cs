using Bunit;
using Ephyto.AdminConsole.Components.Shared;

namespace Ephyto.AdminConsole.Tests.Components.Shared;

public sealed class ShownEmailTests : BunitContext
{
    [Theory]
    [InlineData("ana.silva@nppo.example", "<bdi>ana.silva<wbr>@nppo.example</bdi>")]
    [InlineData("\"a@b\"@nppo.example", "<bdi>\"a@b\"<wbr>@nppo.example</bdi>")]
    [InlineData("", "<bdi><wbr></bdi>")]
    public void An_address_goes_on_before_its_at_sign(string address, string markup) =>
        Render<ShownEmail>(shown => shown.Add(email => email.Value, address)).MarkupMatches(markup);
}
