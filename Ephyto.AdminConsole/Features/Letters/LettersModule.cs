using Ephyto.AdminConsole.Components.Layout;
using Ephyto.AdminConsole.Components.Lists;
using Ephyto.AdminConsole.Features.Letters.Components;
using Ephyto.AdminConsole.Features.Letters.Emails;
using Ephyto.AdminConsole.Features.Letters.Pages;
using Ephyto.AdminConsole.Features.Letters.Pdf;
using Ephyto.AdminConsole.Features.Letters.Reactions;
using Ephyto.AdminConsole.Features.Letters.UseCases;
using Ephyto.AdminConsole.Field.Directory;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.Domain.Letters;
using Ephyto.Domain.Links;

namespace Ephyto.AdminConsole.Features.Letters;

/// <summary>
/// Official letters that confirm the participation of an organization: asked for, issued, downloaded, and verified by anybody.
/// </summary>
internal static class LettersModule
{
    public static IServiceCollection AddLetters(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<LettersOptions>().Bind(configuration.GetSection(LettersOptions.Section)).ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton<LetterPdf>().AddSingleton<LetterEmails>().AddSingleton<LetterMailer>().AddEmailKinds(LetterEmails.Kinds);
        services
            .AddColumns<LetterColumns>()
            .AddColumns<OwnLetterColumns>();
        services.AddScoped<ILinkRenewal, RequestLinkRenewal>().AddScoped<ILinkRenewal, DownloadLinkRenewal>();
        return services
            .AddSingleton<INavigationContributor, LettersNavigation>()
            .AddDomainEventHandler<LetterEvent, TellSecretariat>()
            .AddDomainEventHandler<LetterEvent, TellAsker>();
    }

    public static IEndpointRouteBuilder MapLetters(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapLink(LinkPurpose.LetterRequest, LetterEmails.RequestPath, ContactLinks.LanguageAsync,
            nameOf: LetterLinks.NameOfRequestAsync);
        endpoints.MapLink(LinkPurpose.LetterDownload, LetterEmails.DownloadPath, ContactLinks.LanguageAsync,
            nameOf: LetterLinks.NameOfLetterAsync);
        endpoints.MapLetterFiles();
        endpoints.MapLettersFile();
        return endpoints;
    }
}
