using Ephyto.AdminConsole.Platform.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ephyto.AdminConsole.Platform.Emails.Mailbox;

/// <summary>In Development every e-mail can be read in the browser, as its reader sees it.</summary>
internal static class MailboxEndpoints
{
    public const string Path = "dev/mailbox";

    public static void MapMailbox(this IEndpointRouteBuilder endpoints)
    {
        var mailbox = endpoints.MapGroup(Path).AllowAnonymous().AlsoWithoutBody().ExcludeFromDescription();
        mailbox.MapGet("", IResult () => new RazorComponentResult<MailboxList>());
        mailbox.MapGet("/{id:guid}", IResult (Guid id) => new RazorComponentResult<MailboxEmail>(new { Id = id }));
    }
}
