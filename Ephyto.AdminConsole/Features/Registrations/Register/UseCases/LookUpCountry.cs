using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Directory;
using Ephyto.AdminConsole.Field.Readers;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Members;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Registrations.Register.UseCases;

internal sealed record LookUpCountryRequest(string CountryCode);

internal enum CountryOutlook
{
    /// <summary>The contact on file will be asked.</summary>
    ContactOnFile,

    /// <summary>The directory has nobody: the Secretariat will handle it.</summary>
    NobodyOnFile,

    /// <summary>A registration of the country is verified and under way; those that wait for verification do not count.</summary>
    AlreadyOpen,

    HasAdministrator,
}

/// <summary>What a registration for the country would meet now. Of the contact only what anybody may see.</summary>
internal sealed record CountryProspect(
    string CountryCode, CountryOutlook Outlook, ContactPointKind? ContactKind = null, string? MaskedEmail = null)
{
    public bool MayRegister => Outlook is CountryOutlook.ContactOnFile or CountryOutlook.NobodyOnFile;
}

internal sealed class LookUpCountry(IDbContextFactory<ConsoleDbContext> contexts)
{
    /// <param name="actor">Anybody: the answer is public.</param>
    public async Task<Result<CountryProspect>> HandleAsync(LookUpCountryRequest request, Actor actor, CancellationToken ct)
    {
        var code = request.CountryCode;
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.AdministeredNpposOf(code).AnyAsync(ct)) return new CountryProspect(code, CountryOutlook.HasAdministrator);
        if (await db.IsUnderWayAsync(code, ct)) return new CountryProspect(code, CountryOutlook.AlreadyOpen);

        var contact = await db.CurrentContactAsync(code, ct);
        return contact is null
            ? new CountryProspect(code, CountryOutlook.NobodyOnFile)
            : new CountryProspect(code, CountryOutlook.ContactOnFile, contact.Details.Kind,
                EmailAddress.TryParse(contact.Details.Email)?.Masked() ?? "•••");
    }
}
