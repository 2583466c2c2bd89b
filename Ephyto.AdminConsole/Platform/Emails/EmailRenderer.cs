using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Platform.Emails;

/// <summary>Makes the two bodies of an e-mail, in the language of the running code.</summary>
internal sealed class EmailRenderer(
    IStringLocalizer<EmailText> texts, IOptions<HubOptions> hub, IServiceScopeFactory scopes, ILoggerFactory loggers)
{
    public async Task<RenderedEmail> RenderAsync(EmailContent content)
    {
        content = UnlinkedNames.In(content);
        var frame = EmailFrame.Create(texts, hub.Value);
        return new(EmailPlainText.Render(content, frame, hub.Value), await RenderHtmlAsync(content, frame));
    }

    private async Task<string> RenderHtmlAsync(EmailContent content, EmailFrame frame)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, loggers);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(EmailHtml.Language)] = frame.Language.Code,
            [nameof(EmailHtml.Direction)] = frame.Language.Direction,
            [nameof(EmailHtml.Subject)] = content.Subject,
            [nameof(EmailHtml.ConsoleName)] = frame.ConsoleName,
            [nameof(EmailHtml.Footer)] = frame.Footer,
            [nameof(EmailHtml.TestMark)] = frame.TestMark,
            [nameof(EmailHtml.ChildContent)] = EmailHtmlBlocks.Of(content, frame, hub.Value),
        });
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<EmailHtml>(parameters)).ToHtmlString());
    }
}

internal sealed record RenderedEmail(string Text, string Html);
