using Ephyto.AdminConsole.Features.Letters.Emails;
using Ephyto.AdminConsole.Features.Letters.UseCases;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Tests.Features.Letters;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Letters;
using Ephyto.Domain.Links;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Integration.Forms;

internal static partial class LinkCases
{
    public static IEnumerable<LinkCase> OfLetters() =>
    [
        new(LinkPurpose.LetterRequest, "letters/request#request", LetterLinksAsync, "\"request\"",
            [("Form.Language", Languages.English.Code)], Becomes: "letter Requested"),
        new(LinkPurpose.LetterRequest, "letters/request#cancel", AskedLettersAsync, "\"cancel\"", [], Becomes: "letter Cancelled"),
    ];

    /// <summary>Two links to files; no form is sent there.</summary>
    public static async Task<LinkSubject[]> LettersAsync(ConsoleHost host)
    {
        var officer = await host.AppointAsync(HubRole.SecretariatOfficer);
        return await EachAsync(Countries, async country =>
        {
            var nppo = (await host.OrganizationAsync(country)).Nppo;
            await host.Get<SendLetterLink>().HandleAsync(country, CancellationToken.None);
            var asked = await host.Get<AskByLink>().HandleAsync(
                new(await host.LinkOfAsync(await host.EmailAsync(LetterEmails.LinkKind, nppo)), Languages.English, null),
                CancellationToken.None);
            Assert.True(asked.IsSuccess, asked.Error?.Sentence);
            var letter = await host.StoreAsync(db => db.Set<ParticipationLetter>().SingleAsync(one => one.NppoId == nppo));
            var issued = await host.IssueAsync(letter.Id, officer);
            Assert.True(issued.IsSuccess, issued.Error?.Sentence);
            var email = await host.EmailAsync(LetterEmails.IssuedKind, letter.Id);
            return new LinkSubject($"/letters/download/{host.SecretOf(email)}", issued.Value.ToString(), email.To, nppo, letter.Id);
        });
    }

    private static Task<LinkSubject[]> LetterLinksAsync(ConsoleHost host) => EachAsync(Countries, async country =>
    {
        var nppo = (await host.OrganizationAsync(country)).Nppo;
        await host.Get<SendLetterLink>().HandleAsync(country, CancellationToken.None);
        var email = await host.EmailAsync(LetterEmails.LinkKind, nppo);
        return new LinkSubject($"/letters/request/{host.SecretOf(email)}", NameOf(host, country), email.To, nppo);
    });

    private static async Task<LinkSubject[]> AskedLettersAsync(ConsoleHost host)
    {
        var subjects = await LetterLinksAsync(host);
        foreach (var subject in subjects)
        {
            var link = await host.Get<LinkUse>().FindAsync(subject.Link[(subject.Link.LastIndexOf('/') + 1)..], CancellationToken.None);
            Assert.True(
                (await host.Get<AskByLink>().HandleAsync(new(link!.Id, Languages.English, null), CancellationToken.None)).IsSuccess);
        }

        return subjects;
    }
}
