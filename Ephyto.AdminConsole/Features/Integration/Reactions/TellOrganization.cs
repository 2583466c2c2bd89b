using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Integration.Emails;
using Ephyto.AdminConsole.Features.Integration.UseCases;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Integration;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Integration.Reactions;

/// <summary>What the hub decides is told to those who build the connection, in the language of their accounts.</summary>
internal sealed class TellOrganization(EmailWriter writer, IntegrationEmails emails, IntegrationProgress progress)
    : IDomainEventHandler<IntegrationStepSentBack>, IDomainEventHandler<IntegrationAnswerTakenBack>,
        IDomainEventHandler<NppoTestingStarted>, IDomainEventHandler<NppoWentLive>
{
    private static readonly NppoRole[] Roles = [.. Enum.GetValues<NppoRole>().Where(role => role.Allows(Permission.IntegrationEdit))];

    public async Task HandleAsync(IntegrationStepSentBack happened, ConsoleDbContext db, CancellationToken ct)
    {
        var path = await db.Set<IntegrationPath>().FindAsync([happened.NppoId], ct);
        await TellAsync(db, happened, happened.NppoId, nppo => emails.SentBack(nppo, path!.RecordOf(happened.Step)!), ct);
    }

    // That an acceptance is taken back asks for nothing; the page shows it.
    public Task HandleAsync(IntegrationAnswerTakenBack happened, ConsoleDbContext db, CancellationToken ct) =>
        happened.Answer == IntegrationStepState.SentBack
            ? TellAsync(db, happened, happened.NppoId, nppo => emails.TakenBack(nppo, happened.Step), ct) : Task.CompletedTask;

    public async Task HandleAsync(NppoTestingStarted happened, ConsoleDbContext db, CancellationToken ct)
    {
        var tested = await db.Set<Nppo>().FindAsync([happened.NppoId], ct);
        var isReady = (await progress.ReadAsync(db, [tested!], ct))[0].Steps.All(step => step.IsDone);
        await TellAsync(db, happened, happened.NppoId, nppo => emails.Testing(nppo, isReady), ct);
    }

    public Task HandleAsync(NppoWentLive happened, ConsoleDbContext db, CancellationToken ct) =>
        TellAsync(db, happened, happened.NppoId, emails.Live, ct);

    private async Task TellAsync(ConsoleDbContext db, DomainEvent happened, Guid nppoId, Func<Nppo, EmailContent> compose,
        CancellationToken ct)
    {
        var nppo = await db.Set<Nppo>().FindAsync([nppoId], ct)
            ?? throw new InvalidOperationException("An event names an NPPO that is not there.");
        var readers = await db.RightfulMembers().Where(m => m.NppoId == nppoId && Roles.Contains(m.Role))
            .Join(db.Users, m => m.UserId, u => u.Id, (m, u) => new { u.Email, u.Language }).ToListAsync(ct);
        foreach (var reader in readers)
        {
            await writer.WriteAsync(
                db, EmailKind.Of(happened), new(SubjectKinds.Nppo, nppoId), EmailAddress.TryParse(reader.Email)!, reader.Language, null,
                () => compose(nppo), ct);
        }
    }
}
