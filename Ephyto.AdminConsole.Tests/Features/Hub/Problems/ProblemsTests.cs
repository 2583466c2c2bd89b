using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Hub.Problems.UseCases;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.AdminConsole.Tests.Features.Outbox;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Internal;

namespace Ephyto.AdminConsole.Tests.Features.Hub.Problems;

/// <summary>What is wrong with the installation, and that it is said no longer once it is mended.</summary>
public abstract class ProblemsTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private Actor _hub = Actor.Anonymous;

    private protected override IReadOnlyDictionary<string, string?> Settings =>
        new Dictionary<string, string?> { ["Smtp:Host"] = "mail.example.org", ["Security:RequireSecondFactor"] = "true" };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _hub = await Host.AppointAsync(HubRole.HubAdministrator, "First");
        Directory.CreateDirectory(Path.Combine(Host.DataDirectory, "keys"));
        await File.WriteAllTextAsync(Path.Combine(Host.DataDirectory, "keys", "key.xml"), "<key/>");
    }

    [Fact]
    public async Task One_administrator_of_the_hub_is_a_problem_and_two_are_none()
    {
        Assert.Equal([new Problem(ProblemKind.OneHubAdministrator, Link: "hub/users")], await ListAsync());

        await Host.AppointAsync(HubRole.HubAdministrator, "Second");

        Assert.Empty(await ListAsync());
    }

    [Fact]
    public async Task Emails_that_wait_too_long_and_emails_that_came_back_are_counted()
    {
        await Host.AppointAsync(HubRole.HubAdministrator, "Second");
        var failed = Email();
        failed.MarkFailed("550 unknown", Host.Now());
        await Host.AddAsync(Email(), failed);
        Assert.Equal([(ProblemKind.MailsUndelivered, 1)], (await ListAsync()).Select(problem => (problem.Kind, problem.Count!.Value)));

        Host.Time.Advance(TimeSpan.FromMinutes(16));

        Assert.Equal([(ProblemKind.QueueGrows, 1), (ProblemKind.MailsUndelivered, 1)],
            (await ListAsync()).Select(problem => (problem.Kind, problem.Count!.Value)));
    }

    [Fact]
    public async Task Problems_with_emails_lead_to_the_outbox_and_one_that_was_sent_again_is_none()
    {
        await Host.AppointAsync(HubRole.HubAdministrator, "Second");
        var failed = Email();
        failed.MarkFailed("550 unknown", Host.Now());
        await Host.AddAsync(failed);
        Assert.Equal([new Problem(ProblemKind.MailsUndelivered, 1, Link: "hub/outbox?state=undelivered")], await ListAsync());

        await Host.StoreAsync(async db =>
        {
            db.Add((await db.Set<OutgoingEmail>().SingleAsync(e => e.Id == failed.Id)).Repeat(_hub, Host.Now()).Value);
            (await db.Set<SendingSwitch>().SingleAsync()).Pause(null, _hub, Host.Now());
            return await db.SaveChangesAsync();
        });

        Assert.Equal([new Problem(ProblemKind.SendingPaused, Link: "hub/outbox")], await ListAsync());
    }

    [Fact]
    public async Task During_a_pause_the_emails_that_wait_are_not_blamed_on_the_mail_server()
    {
        await Host.AppointAsync(HubRole.HubAdministrator, "Second");
        await Host.AddAsync(Email());
        await Host.PauseAsync(_hub);
        Host.Time.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal([new Problem(ProblemKind.SendingPaused, Link: "hub/outbox")], await ListAsync());

        await Host.ResumeAsync(_hub);

        Assert.Equal([new Problem(ProblemKind.QueueGrows, 1, "Smtp:Host", "hub/outbox?state=Queued")], await ListAsync());
    }

    [Fact]
    public async Task An_old_directory_and_an_organization_that_depends_on_one_person_are_problems()
    {
        await Host.AppointAsync(HubRole.HubAdministrator, "Second");
        await Host.ConfirmedNppoAsync();
        Host.Time.Advance(TimeSpan.FromDays(366));
        // One entry that was corrected yesterday does not make the others younger.
        await Host.AddAsync(ContactPoint.Enter("GH", Staff.DetailsOf("Newcomer"), _hub, Host.Now()));

        var problems = await ListAsync();

        Assert.Contains(new Problem(ProblemKind.DirectoryOld, 1, Link: "hub/contact-points?since=over-a-year"), problems);
        Assert.Contains(ProblemKind.FewAdministrators, problems.Select(problem => problem.Kind));

        await Host.StoreAsync(async db =>
        {
            foreach (var entry in await db.Set<ContactPoint>().Where(c => c.CurrentCountryCode != null).ToListAsync())
                entry.Affirm(_hub, Host.Now());
            return await db.SaveChangesAsync();
        });
        Assert.DoesNotContain(ProblemKind.DirectoryOld, (await ListAsync()).Select(problem => problem.Kind));
    }

    [Fact]
    public async Task A_node_with_other_keys_is_a_problem_until_a_week_has_passed_without_one()
    {
        await Host.AppointAsync(HubRole.HubAdministrator, "Second");
        Assert.Empty(await ListAsync());
        var own = await Host.StoreAsync(db => db.Set<ProtectionMark>().Select(mark => mark.Value).SingleAsync());

        // Another node, with keys of its own, has started: this one cannot read what it wrote.
        await Host.StoreAsync(db => db.Set<ProtectionMark>()
            .ExecuteUpdateAsync(set => set.SetProperty(mark => mark.Value, "of somebody else")));
        Assert.Equal([new Problem(ProblemKind.KeysNotKept, Setting: "Storage:DataDirectory")], await ListAsync());

        // It starts again, with the keys of all: nothing is lost any more, but what was lost was lost.
        await Host.Services.PrepareStoreAsync(CancellationToken.None);
        Assert.NotEqual(own, await Host.StoreAsync(db => db.Set<ProtectionMark>().Select(mark => mark.Value).SingleAsync()));
        Assert.Equal([ProblemKind.KeysNotKept], (await ListAsync()).Select(problem => problem.Kind));

        Host.Time.Advance(TimeSpan.FromDays(7.5));
        await Host.Services.PrepareStoreAsync(CancellationToken.None);
        Assert.Empty(await ListAsync());
    }

    [Fact]
    public async Task Keys_in_clear_are_a_problem_but_on_the_machine_of_a_developer()
    {
        await Host.AppointAsync(HubRole.HubAdministrator, "Second");
        var outside = ActivatorUtilities.CreateInstance<ProblemFinder>(Host.Services,
            new HostingEnvironment { EnvironmentName = "Production" });

        Assert.Empty(await ListAsync());
        Assert.Equal(
            [new Problem(ProblemKind.KeysUnencrypted, Setting: "DataProtection:Certificate:Path")],
            await Host.StoreAsync(db => outside.FindAsync(db, CancellationToken.None)));
    }

    private OutgoingEmail Email() => OutgoingEmail.Queue(
        new ComposedEmail("test.mail", EmailAddress.TryParse("somebody@example.org")!, "en", "Subject", "Text", "Html", null),
        new(SubjectKinds.Account, Guid.NewGuid()), Host.Now());

    private async Task<IReadOnlyList<Problem>> ListAsync() => (await Host.Get<ListProblems>().HandleAsync(_hub, default)).Value;
}

public sealed class ProblemsOnSqlite() : ProblemsTests(DatabaseKind.Sqlite);

public sealed class ProblemsOnPostgreSql() : ProblemsTests(DatabaseKind.PostgreSql);

public sealed class LeftOverMailboxTests() : UseCaseTests(DatabaseKind.Sqlite)
{
    private protected override IReadOnlyDictionary<string, string?> Settings =>
        new Dictionary<string, string?> { ["Smtp:Host"] = "mail.example.org", ["Email:Transport"] = "Mailbox" };

    [Fact]
    public async Task A_mail_server_that_is_set_and_not_used_is_a_problem()
    {
        var hub = await Host.AppointAsync(HubRole.Auditor);

        Assert.Contains(new Problem(ProblemKind.NoMailServer, Setting: "Email:Transport"),
            (await Host.Get<ListProblems>().HandleAsync(hub, default)).Value);
    }
}

public sealed class UnsafeProblemsTests() : UseCaseTests(DatabaseKind.Sqlite)
{
    [Fact]
    public async Task A_machine_of_a_developer_names_the_settings_that_are_missing()
    {
        var hub = await Host.AppointAsync(HubRole.Auditor);

        var problems = (await Host.Get<ListProblems>().HandleAsync(hub, default)).Value;

        Assert.Contains(new Problem(ProblemKind.NoMailServer, Setting: "Smtp:Host"), problems);
        Assert.Contains(new Problem(ProblemKind.SecondFactorOff, Setting: "Security:RequireSecondFactor"), problems);
    }
}
