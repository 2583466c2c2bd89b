using Ephyto.AdminConsole.Features.Registrations.Register;
using Ephyto.AdminConsole.Features.Registrations.Register.UseCases;
using Ephyto.AdminConsole.Tests.Features.Registrations.Register;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Tests.Features.Registrations.UseCases;

/// <summary>People who register a country through the use case, and wait for the verification of their address.</summary>
internal static class Applicants
{
    public static async Task<Guid> ApplyAsync(this ConsoleHost host, string email, string? sender = null, string country = "CI",
        string? organization = null)
    {
        var submitted = await host.TryApplyAsync(email, sender, country, organization);
        Assert.True(submitted.IsSuccess, submitted.Error?.Sentence);
        return submitted.Value.Id;
    }

    public static Task<Result<SubmittedRegistration>> TryApplyAsync(
        this ConsoleHost host, string email, string? sender = null, string country = "CI", string? organization = null) =>
        host.Get<SubmitRegistration>().HandleAsync(
            new SubmitRegistrationRequest(
                Answers.Form(
                    (RegisterField.Email, email), (RegisterField.Country, country), (RegisterField.PreferredLanguage, "en"),
                    (RegisterField.OrganizationName, organization ?? "Direction de la protection des végétaux")),
                null, sender ?? email, host.Now().AddMinutes(-10)),
            Actor.Anonymous, CancellationToken.None);
}
