using Ephyto.AdminConsole.Features.Outbox.UseCases;
using Ephyto.AdminConsole.Field.Delivery.UseCases;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Common;
using Ephyto.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Outbox;

/// <summary>What tests of the outbox do and ask.</summary>
internal static class OutboxWorld
{
    private static readonly CancellationToken Never = CancellationToken.None;

    /// <summary>An e-mail without a secret, not yet stored.</summary>
    public static OutgoingEmail Notice(
        this ConsoleHost host, string to = "reader@example.org", string subject = "Your organization is suspended",
        string kind = "nppo.suspended", string about = SubjectKinds.Nppo,
        Guid? id = null) =>
        OutgoingEmail.Queue(
            new ComposedEmail(kind, EmailAddress.TryParse(to)!, "en", subject, "A word.",
                "<html lang=\"en\"><head><title>A word</title></head><body><h1>A word.</h1><a "
                    + "href=\"https://example.org/x\">Go</a></body></html>", null),
            new(about, id ?? Guid.NewGuid()), host.Now());

    public static async Task<OutgoingEmail> FailedAsync(this ConsoleHost host, string to = "reader@example.org")
    {
        var email = host.Notice(to);
        email.MarkFailed("550 5.1.1 No such user here", host.Now(), DeliveryTrouble.MailboxUnknown);
        await host.AddAsync(email);
        return email;
    }

    public static Task<OutgoingEmail> EmailAsync(this ConsoleHost host, Guid id) =>
        host.StoreAsync(db => db.Set<OutgoingEmail>().AsNoTracking().SingleAsync(e => e.Id == id));

    public static Task<int> SendDueAsync(this ConsoleHost host) => host.Get<EmailSending>().SendDueAsync(Never);

    public static async Task<Result<Guid>> ResendAsync(this ConsoleHost host, Guid id, Actor actor)
    {
        var state = await host.StoreAsync(db => db.Set<OutgoingEmail>().Where(e => e.Id == id).Select(e => (EmailState?)e.State)
            .SingleOrDefaultAsync());
        return await host.Get<ResendEmail>().HandleAsync(id, waits: state == EmailState.Queued, actor, Never);
    }

    public static Task<Result<Guid>> CancelAsync(this ConsoleHost host, Guid id, Actor actor) =>
        host.Get<CancelEmail>().HandleAsync(id, actor, Never);

    public static Task<Result<Guid>> CorrectAsync(this ConsoleHost host, Guid id, string? address, Actor actor) =>
        host.Get<CorrectAddress>().HandleAsync(new(id, address), actor, Never);

    public static async Task<Result<ManyResent>> ResendManyAsync(this ConsoleHost host, Actor actor, string? search = null,
        string? kind = null)
    {
        var counted = await host.Get<ResendMany>().CountAsync(search, kind, actor, Never);
        return await host.Get<ResendMany>().HandleAsync(counted.Value, actor, Never);
    }

    public static Task<Result<Guid>> SettleAsync(this ConsoleHost host, Guid id, Actor actor) =>
        host.Get<SettleEmail>().HandleAsync(id, actor, Never);

    public static async Task<int> UndeliveredAsync(this ConsoleHost host, Actor actor) =>
        (await host.Get<ListEmails>().HandleAsync(new(null, null, null, 1, Undelivered: true), actor, Never)).Value.Page.Total;

    public static Task<Result> PauseAsync(this ConsoleHost host, Actor actor, string? reason = null) =>
        host.Get<PauseSending>().HandleAsync(new(reason), actor, Never);

    public static async Task<Result> ResumeAsync(this ConsoleHost host, Actor actor) =>
        await host.Get<ResumeSending>()
            .HandleAsync(await host.StoreAsync(db => db.Set<SendingSwitch>().Select(s => s.PausedAt).SingleAsync())
                ?? default, actor, Never);

    public static async Task<EmailList> EmailsAsync(this ConsoleHost host, Actor actor, string? search = null, EmailState? state = null,
        string? kind = null, int page = 1) =>
        (await host.Get<ListEmails>().HandleAsync(new(search, state, kind, page), actor, Never)).Value;
}
