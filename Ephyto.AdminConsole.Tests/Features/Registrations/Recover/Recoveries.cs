using Ephyto.AdminConsole.Features.Registrations.Applicant.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Contact.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Emails;
using Ephyto.AdminConsole.Features.Registrations.Recover.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Register;
using Ephyto.AdminConsole.Tests.Features.Registrations.Register;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Common;
using Ephyto.Domain.Registrations;

namespace Ephyto.AdminConsole.Tests.Features.Registrations.Recover;

/// <summary>Recoveries, started and brought forward through the use cases.</summary>
internal static class Recoveries
{
    public const string Successor = "awa.kone@agriculture.example.org";
    public const string Words = "Our administrator left the service in May.";

    public static Task<Result<StartedRecovery>> StartRecoveryAsync(
        this ConsoleHost host, string country = "CI", Actor? actor = null, string? words = Words, string sender = "192.0.2.7",
        int secondsAgo = 600,
        string trap = "", params (RegisterField Field, string Text)[] changes) =>
        host.Get<StartRecovery>().HandleAsync(
            new StartRecoveryRequest(country, Answers.Form(changes), words, sender, host.Now().AddSeconds(-secondsAgo), trap), actor
                ?? Actor.Anonymous, CancellationToken.None);

    /// <summary>Its address is verified, and the contact point is asked.</summary>
    public static async Task<Registration> VerifiedRecoveryAsync(
        this ConsoleHost host, string country = "CI", params (RegisterField Field, string Text)[] changes)
    {
        var started = await host.StartRecoveryAsync(country, changes: changes);
        Assert.True(started.IsSuccess, started.Error?.Sentence);
        return await host.VerifyAsync(started.Value.Id);
    }

    public static async Task<Registration> VerifyAsync(this ConsoleHost host, Guid id)
    {
        var registrar = new Registrar(host);
        var link = await registrar.LinkOfAsync(id, EmailKinds.VerifyEmail);
        Assert.True((await host.CallAsync((VerifyEmail verify) => verify.HandleAsync(new(link.Id), default))).IsSuccess);
        return await registrar.LoadAsync(id);
    }

    public static async Task<Result<RegistrationStatus>> DecideAsync(this ConsoleHost host, Guid id) =>
        await host.DecideByAsync((await new Registrar(host).LinkOfAsync(id, EmailKinds.ContactPointRequest)).Id);

    public static Task<Result<RegistrationStatus>> DecideByAsync(this ConsoleHost host, Guid linkId) =>
        host.CallAsync((ConfirmRegistration confirm) => confirm.HandleAsync(new(linkId, null), default));
}
