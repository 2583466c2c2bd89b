using Bunit;
using Ephyto.AdminConsole.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Ephyto.AdminConsole.Tests.Components.Shared;

public sealed class ErrorSummaryTests : ShellContext
{
    [Fact]
    public void Each_sentence_leads_to_its_field()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("/register?step=2");
        var summary = Render<ErrorSummary>(parameters => parameters.Add(s => s.Errors,
            [new FieldError("Input.Email", "Enter an e-mail address."), new FieldError(null, "This link has been used.")]));

        var link = summary.Find("a");
        Assert.Equal("Enter an e-mail address.", link.TextContent);
        Assert.EndsWith("/register?step=2#Input-Email", link.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("This link has been used.", summary.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "This was not done"), InlineData("Input.Email", "Please check what you entered")]
    public void Who_entered_nothing_wrong_is_not_asked_to_check_it(string? field, string title) =>
        Assert.Equal(title, Render<ErrorSummary>(parameters => parameters.Add(s => s.Errors, [new FieldError(field, "It was used.")]))
            .Find(".notice-title").TextContent);

    [Fact]
    public void Nothing_wrong_is_nothing_shown() =>
        Assert.Empty(Render<ErrorSummary>(parameters => parameters.Add(s => s.Errors, [])).Markup.Trim());
}
