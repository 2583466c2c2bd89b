using System.Security.Cryptography;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.IntegrationDocuments.Rendering;
using Ephyto.AdminConsole.Field.HubService;
using Ephyto.AdminConsole.Platform;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.Domain.Common;
using Ephyto.Domain.IntegrationDocuments;
using Markdig.Syntax;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.IntegrationDocuments.Library;

/// <summary>
/// Puts the documents that the console ships into its library. A newer console brings a newer version; where the hub has
/// put in its own, the shipped one waits as a draft. In which languages there are some, their files say; the WSDL, whose names are
/// English, is there once, with the address of the environment.
/// </summary>
internal sealed class ShippedLibrary(
    IDbContextFactory<ConsoleDbContext> contexts, IStringLocalizer<DocumentsText> text, IOptions<HubOptions> hub, TimeProvider time)
    : IStoreCompletion
{
    private const string ResourcePrefix = "library/";
    private const string Wsdl = "hub-wsdl";

    private static readonly (string Name, DocumentKind Kind)[] Shipped =
        [("integration-guide", DocumentKind.IntegrationGuide), ("hub-api", DocumentKind.ServiceDescription)];

    /// <summary>Each document in each language in which there is one, such as <c>integration-guide.fr</c>, and the WSDL.</summary>
    public static IEnumerable<(string Name, DocumentKind Kind, Language Language)> Files =>
        Texts.Append((Wsdl, DocumentKind.ServiceDefinition, Languages.English));

    /// <summary>Those of them that are written in Markdown.</summary>
    public static IEnumerable<(string Name, DocumentKind Kind, Language Language)> Texts =>
        from document in Shipped
        from language in Languages.All
        let name = $"{document.Name}.{language.Code}"
        where typeof(ShippedLibrary).Assembly.GetManifestResourceInfo(ResourceOf(name)) is not null
        select (name, document.Kind, language);

    public async Task CompleteAsync(ConsoleDbContext db, CancellationToken ct)
    {
        // What was withdrawn was withdrawn on purpose: the same file does not come back by itself.
        var known = await db.Set<IntegrationDocument>().Where(d => d.ShippedAs != null).SelectMany(d => d.Versions.Select(v => v.Sha256))
            .ToListAsync(ct);
        foreach (var (name, kind, language) in Files) await LoadAsync(name, kind, language, known, ct);
    }

    /// <summary>What stands in a shipped document that is written in Markdown.</summary>
    /// <param name="name">Such as <c>integration-guide.fr</c>.</param>
    public static byte[] Read(string name)
    {
        using var stream = typeof(ShippedLibrary).Assembly.GetManifestResourceStream(ResourceOf(name))
            ?? throw new InvalidOperationException($"The document {name} is not there.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private async Task LoadAsync(string name, DocumentKind kind, Language language, List<string> known, CancellationToken ct)
    {
        var content = name == Wsdl ? HubContract.ReadWsdl(hub.Value.Here) : Read(name);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        var file = name == Wsdl ? new DocumentFile("hub.wsdl", DocumentFormat.Wsdl, content.Length, hash)
            : new DocumentFile($"{name}.md", DocumentFormat.Markdown, content.Length, hash);
        if (known.Contains(file.Sha256)) return;

        await using var db = await contexts.CreateDbContextAsync(ct);
        var document = await db.Set<IntegrationDocument>().SingleOrDefaultAsync(d => d.ShippedAs == name, ct);
        if (document is null)
        {
            var title = file.Format == DocumentFormat.Markdown ? TitleOf(content) : In(language, "WsdlTitle");
            db.Add(document = IntegrationDocument.Ship(name, kind, title, language.Code));
        }

        var now = time.GetUtcNow().UtcDateTime;
        var version = document.AddVersion(
            file, document.Versions.Count > 0 ? In(language, "CameWithConsole") : null, Actor.System, now).Value;
        db.Add(new DocumentContent { VersionId = version.Id, Bytes = content });
        if (!document.IsTakenOver) document.Publish(version.Id, Actor.System, now);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException lost) when (lost.IsConflict())
        {
            // Another node runs, and an officer changed this document at the same time: the next start brings it.
        }
    }

    private string In(Language language, string key)
    {
        using var reader = CultureScope.Enter(language.Code);
        return text[key];
    }

    private static string ResourceOf(string name) => $"{ResourcePrefix}{name}.md";

    private static string TitleOf(byte[] content) =>
        MarkdownText.TextOf(MarkdownText.Parse(content).Document.OfType<HeadingBlock>().First().Inline);
}
