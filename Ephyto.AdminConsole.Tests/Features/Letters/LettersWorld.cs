using Ephyto.AdminConsole.Features.Letters;
using Ephyto.AdminConsole.Features.Letters.UseCases;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Common;
using Ephyto.Domain.Letters;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Letters;

/// <summary>What tests of letters do and ask.</summary>
internal static class LettersWorld
{
    public static Task<Result<Guid>> AskAsync(
        this ConsoleHost host, Guid nppo, Actor actor, string? addressee = "Ministry of Trade", Language? language = null) =>
        host.Get<AskForLetter>().HandleAsync(new(nppo, language ?? Languages.English, addressee), actor, CancellationToken.None);

    public static Task<Result<LetterNumber>> IssueAsync(this ConsoleHost host, Guid letter, Actor officer,
        NppoStatus seen = NppoStatus.Onboarding) =>
        host.Get<IssueLetter>().HandleAsync(new(letter, seen), officer, CancellationToken.None);

    /// <summary>Asked for by the member and issued by the officer.</summary>
    public static async Task<ParticipationLetter> IssuedLetterAsync(this ConsoleHost host, Guid nppo, Actor member, Actor officer,
        string? addressee = "Ministry of Trade")
    {
        var asked = await host.AskAsync(nppo, member, addressee);
        Assert.True(asked.IsSuccess, asked.Error?.Sentence);
        var issued = await host.IssueAsync(asked.Value, officer);
        Assert.True(issued.IsSuccess, issued.Error?.Sentence);
        return await host.LetterAsync(asked.Value);
    }

    public static Task<ParticipationLetter> LetterAsync(this ConsoleHost host, Guid id) =>
        host.StoreAsync(db => db.Set<ParticipationLetter>().AsNoTracking().SingleAsync(letter => letter.Id == id));

    public static Task<byte[]> FileOfAsync(this ConsoleHost host, Guid letter) =>
        host.StoreAsync(db => db.Set<LetterFile>().Where(file => file.LetterId == letter).Select(file => file.Bytes).SingleAsync());

    public static Task<List<OutgoingEmail>> EmailsAboutAsync(this ConsoleHost host, Guid about) => host.StoreAsync(db =>
        db.Set<OutgoingEmail>().AsNoTracking().Where(email => email.SubjectId == about).OrderBy(email => email.QueuedAt)
            .ThenBy(email => email.Kind).ThenBy(email => email.To).ToListAsync());

    /// <summary>An organization of another country, with an administrator.</summary>
    public static async Task<(Guid Nppo, Actor Boss)> OrganizationAsync(this ConsoleHost host, string country)
    {
        var nppo = (await host.ConfirmedNppoAsync(country,
            Given.Awa with { Email = $"first.{country}@example.org".ToLowerInvariant() })).Nppo.Id;
        return (nppo,
            await host.ActiveMemberAsync(nppo, Ephyto.Domain.Access.NppoRole.Administrator,
                $"boss.{country}@example.org".ToLowerInvariant()));
    }
}
