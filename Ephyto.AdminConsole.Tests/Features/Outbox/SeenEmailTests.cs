using Ephyto.AdminConsole.Features.Outbox.UseCases;
using Ephyto.AdminConsole.Field.Delivery.UseCases;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Outbox;

/// <summary>What an officer decides on is what the page showed.</summary>
public sealed class SeenEmailTests() : UseCaseTests(DatabaseKind.Sqlite)
{
    private Actor _officer = Actor.Anonymous;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _officer = await Host.AppointAsync(HubRole.SecretariatOfficer);
    }

    [Fact]
    public async Task An_email_that_went_out_while_somebody_looked_at_it_waiting_is_not_sent_twice()
    {
        var email = Host.Notice();
        await Host.AddAsync(email);
        await Host.SendDueAsync();

        var tried = await Host.Get<ResendEmail>().HandleAsync(email.Id, waits: true, _officer, CancellationToken.None);

        Assert.Equal(AccessErrors.ChangedMeanwhile, tried.Error);
        Assert.Equal(0, await Host.SendDueAsync());
    }

    [Fact]
    public async Task Who_ends_a_pause_ends_the_one_whose_reason_they_read()
    {
        await Host.PauseAsync(_officer, "The server moves.");
        var read = await SinceAsync();
        await Host.ResumeAsync(_officer);
        Host.Time.Advance(TimeSpan.FromMinutes(5));
        await Host.PauseAsync(_officer, "Something is wrong with the mails.");

        var ended = await Host.Get<ResumeSending>().HandleAsync(read!.Value, _officer, CancellationToken.None);

        Assert.Equal(AccessErrors.ChangedMeanwhile, ended.Error);
        Assert.NotNull(await SinceAsync());
    }

    private Task<DateTime?> SinceAsync() =>
        Host.StoreAsync(db => db.Set<SendingSwitch>().Select(sending => sending.PausedAt).SingleAsync());
}
