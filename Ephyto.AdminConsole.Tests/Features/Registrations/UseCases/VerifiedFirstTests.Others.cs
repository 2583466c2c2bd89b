using Ephyto.AdminConsole.Features.ContactPoints.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Recover.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Register;
using Ephyto.AdminConsole.Features.Registrations.UseCases;
using Ephyto.AdminConsole.Tests.Features.Registrations.Recover;
using Ephyto.AdminConsole.Tests.Features.Registrations.Register;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Registrations.UseCases;

public abstract partial class VerifiedFirstTests
{
    [Fact]
    public async Task Registrations_and_recoveries_of_a_country_wait_side_by_side_and_one_is_verified()
    {
        await Host.AddAsync(Answers.Nppo("CI", activated: false, Host.Now()));
        var membership = await SubmitAsync("new@example.org");
        var recovery = (await Host.StartRecoveryAsync(changes: (RegisterField.Email, "successor@example.org"))).Value.Id;
        Assert.False((await Host.Get<ViewRecoverable>().HandleAsync("CI", Actor.Anonymous, default)).Value.Found[0].IsOpen);

        await Host.VerifyAsync(recovery);

        Assert.True((await Host.Get<ViewRecoverable>().HandleAsync("CI", Actor.Anonymous, default)).Value.Found[0].IsOpen);
        Assert.Equal(RegistrationErrors.AlreadyOpen, (await Host.StartRecoveryAsync()).Error);
        Assert.Equal(RegistrationErrors.AnotherVerified, (await VerifyAsync(await VerificationOfAsync(membership))).Error);
        Assert.True((await Host.DecideAsync(recovery)).IsSuccess);
        Assert.Equal(RegistrationStatus.Declined, (await Registrar.LoadAsync(membership)).Status);
    }

    [Fact]
    public async Task The_directory_and_the_public_list_know_only_the_verified_one()
    {
        foreach (var number in Enumerable.Range(0, 3)) await SubmitAsync($"applicant{number}@example.org");
        var officer = await Host.AppointAsync(HubRole.SecretariatOfficer);
        Assert.Null(
            (await Host.CallAsync((ViewContactPoint view) => view.HandleAsync(new("CI"), officer, default))).Value.OpenRegistration);
        Assert.False(await Registrar.IsUnderWayAsync());
        var first = await SubmitAsync("first@example.org");
        await Host.VerifyAsync(first);

        Assert.True(await Registrar.IsUnderWayAsync());
        Assert.Equal(first,
            (await Host.CallAsync((ViewContactPoint view) => view.HandleAsync(new("CI"), officer, default))).Value.OpenRegistration!.Id);
        await Host.StoreAsync(async db =>
        {
            (await db.Set<ContactPoint>().SingleAsync()).End(officer, Host.Now());
            db.Add(DomainModel.Registrations.RegistrationSample.Contact(email: "marie@example.org"));
            return await db.SaveChangesAsync();
        });
        Assert.Equal("marie@example.org", (await Registrar.LoadAsync(first)).Asked?.Email);
    }

    [Fact]
    public async Task One_that_was_not_verified_in_time_ends_by_itself_while_another_is_under_way()
    {
        var (first, second) = (await SubmitAsync("first@example.org"), await SubmitAsync("second@example.org"));
        await Host.VerifyAsync(first);
        Host.Time.Advance(TimeSpan.FromHours(49));

        await Host.CallAsync((AdvanceRegistrations advance) => advance.HandleAsync(default));

        Assert.Equal(RegistrationStatus.Expired, (await Registrar.LoadAsync(second)).Status);
        Assert.True((await Registrar.LoadAsync(first)).IsOpen);
        await EndAsync(first, "declined");
        Assert.Equal(RegistrationStatus.Expired, (await Registrar.LoadAsync(second)).Status);
    }
}
