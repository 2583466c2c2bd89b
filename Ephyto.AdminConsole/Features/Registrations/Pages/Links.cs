using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Registrations.Applicant.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Contact.UseCases;
using Ephyto.AdminConsole.Features.Registrations.UseCases;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.Domain.Links;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Registrations.Pages;

/// <summary>The links of a registration and the language of their readers.</summary>
internal static class Links
{
    public static void MapRegistrationLinks(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapLink(LinkPurpose.VerifyEmail, "register/verify", ApplicantLanguageAsync, nameOf: NameAsync);
        endpoints.MapLink(LinkPurpose.ApplicantTracker, "registration", ApplicantLanguageAsync, nameOf: NameAsync);
        endpoints.MapLink(LinkPurpose.ContactPointDecision, "contact-point", ContactPointLanguageAsync, explainsRevoked: true,
            nameOf: NameAsync);
    }

    private static async Task<string?> ApplicantLanguageAsync(IServiceProvider services, AccessLink link, CancellationToken ct) =>
        (await FindAsync(services, link, ct))?.Representative.PreferredLanguage;

    private static async Task<string?> ContactPointLanguageAsync(IServiceProvider services, AccessLink link, CancellationToken ct) =>
        (await FindAsync(services, link, ct))?.Asked?.Language;

    // Who may no longer see the registration by the link reads the country alone.
    private static async Task<string?> NameAsync(IServiceProvider services, AccessLink link, CancellationToken ct)
    {
        if (await FindAsync(services, link, ct) is not { } registration) return null;
        var country = services.GetRequiredService<CountryCatalogue>().NameOf(registration.CountryCode);
        var seen = await services.GetRequiredService<ViewRegistration>().HandleAsync(link.Id, link.Purpose, ct);
        return seen.IsSuccess ? $"{country} · {registration.Organization.Name} · {registration.Reference}" : country;
    }

    private static async Task<Registration?> FindAsync(IServiceProvider services, AccessLink link, CancellationToken ct)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<ConsoleDbContext>>().CreateDbContextAsync(ct);
        return await db.Set<Registration>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == link.SubjectId, ct);
    }
}
