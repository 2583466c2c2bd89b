using Ephyto.AdminConsole.Features.Outbox.UseCases;
using Ephyto.AdminConsole.Field.Delivery.UseCases;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Features.Outbox.Components;

/// <summary>What the pages of the outbox do.</summary>
internal sealed class MailActs(ResendEmail resend, CancelMail cancel, CorrectAddress correct, SettleMail settle, ResendMany resendMany, PauseSending pause, ResumeSending resume)
{
    public Task<Result<Guid>> ResendAsync(Guid id, bool waits, Actor actor) => resend.HandleAsync(id, waits, actor, CancellationToken.None);

    public Task<Result<Guid>> CancelAsync(Guid id, Actor actor) => cancel.HandleAsync(id, actor, CancellationToken.None);

    public Task<Result<Guid>> CorrectAsync(Guid id, string? address, Actor actor) => correct.HandleAsync(new(id, address), actor, CancellationToken.None);

    public Task<Result<Guid>> SettleAsync(Guid id, Actor actor) => settle.HandleAsync(id, actor, CancellationToken.None);

    public Task<Result<CountedMails>> CountAsync(string? search, string? kind, Actor actor) => resendMany.CountAsync(search, kind, actor, CancellationToken.None);

    public Task<Result<ManyResent>> ResendManyAsync(CountedMails counted, Actor actor) => resendMany.HandleAsync(counted, actor, CancellationToken.None);

    public Task<Result> PauseAsync(string? reason, Actor actor) => pause.HandleAsync(new(reason), actor, CancellationToken.None);

    public Task<Result> ResumeAsync(DateTime pausedAt, Actor actor) => resume.HandleAsync(pausedAt, actor, CancellationToken.None);
}
