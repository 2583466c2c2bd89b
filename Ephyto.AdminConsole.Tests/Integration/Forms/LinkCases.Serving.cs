using Ephyto.AdminConsole.Features.Serving.Emails;
using Ephyto.AdminConsole.Tests.Features.Serving;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Links;

namespace Ephyto.AdminConsole.Tests.Integration.Forms;

internal static partial class LinkCases
{
    public static IEnumerable<LinkCase> OfServing() =>
    [
        new(LinkPurpose.ServedCountry, "served-country#confirm", AskedToBeServedAsync, "\"confirm\"",
            [("Confirmed.Read", "true")], Becomes: "serving Confirmed"),
        new(LinkPurpose.ServedCountry, "served-country#decline", AskedToBeServedAsync, "\"decline\"",
            [("Declined.Words", "We exchange by ourselves.")], Becomes: "serving Declined"),
        new(LinkPurpose.ServedCountry, "served-country#end", ServedAsync, "\"end\"",
            [("Ended.Day", "2027-01-31"), ("Ended.Words", "We have a system of our own.")], Becomes: "serving Ending"),
    ];

    private static Task<LinkSubject[]> AskedToBeServedAsync(ConsoleHost host) => ServingLinksAsync(host, isConfirmed: false);

    private static Task<LinkSubject[]> ServedAsync(ConsoleHost host) => ServingLinksAsync(host, isConfirmed: true);

    private static async Task<LinkSubject[]> ServingLinksAsync(ConsoleHost host, bool isConfirmed)
    {
        var (nppo, boss, connection) = await host.ServingOrganizationAsync();
        return await EachAsync(Countries, async country =>
        {
            var address = $"contact.{country}@example.org".ToLowerInvariant();
            await host.AddAsync(ServingWorld.Contact(country, address, host.Now()));
            var serving = await host.AskedAsync(nppo, boss, connection, country);
            if (isConfirmed) serving = await host.ConfirmedAsync(serving.Id);
            var email = await host.EmailAsync(isConfirmed ? ServingEmails.LinkKind : ServingEmails.AskedKind, serving.Id);
            return new LinkSubject($"/served-country/{host.SecretOf(email)}", NameOf(host, country), email.To, serving.Id);
        });
    }
}
