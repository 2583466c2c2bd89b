using System.IO.Compression;
using System.Text;
using Ephyto.AdminConsole.Features.IntegrationDocuments.Library;
using Ephyto.AdminConsole.Features.IntegrationDocuments.UseCases;
using Ephyto.AdminConsole.Field.HubService;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Auditing;
using Ephyto.Domain.Common;
using Ephyto.Domain.IntegrationDocuments;
using Ephyto.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.IntegrationDocuments;

/// <summary>The library: the hub puts documents in, members read them, and who has an old version hears of the new one.</summary>
public abstract class DocumentTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private Guid _nppo;
    private Actor _boss = Actor.Anonymous;
    private Actor _viewer = Actor.Anonymous;
    private Actor _hub = Actor.Anonymous;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _nppo = (await Host.ConfirmedNppoAsync()).Nppo.Id;
        _boss = await Host.ActiveMemberAsync(_nppo, NppoRole.Administrator, "boss@example.org");
        _viewer = await Host.ActiveMemberAsync(_nppo, NppoRole.Viewer, "viewer@example.org");
        _hub = await Host.AppointAsync(HubRole.HubAdministrator);
    }

    [Fact]
    public async Task What_the_console_ships_lies_there_from_the_start_in_each_of_its_languages_and_only_once()
    {
        await Host.StoreAsync(async db => { await Host.Get<ShippedLibrary>().CompleteAsync(db, CancellationToken.None); return true; });

        var readable = await ReadableAsync(_viewer);

        Assert.Equal(
            ShippedLibrary.Files.Select(file => (file.Name, 1)).OrderBy(item => item.Name, StringComparer.Ordinal),
            readable.Select(item => (item.Document.ShippedAs!, item.Document.Versions.Count))
                .OrderBy(item => item.Item1, StringComparer.Ordinal));
        Assert.Superset(new HashSet<string> { "hub-api.en", "hub-api.fr", "integration-guide.en", "integration-guide.fr" },
            readable.Select(item => item.Document.ShippedAs!).ToHashSet());
        Assert.All(readable, item => Assert.Null(item.Held));
    }

    [Fact]
    public async Task A_draft_is_seen_by_the_hub_alone_until_it_is_published()
    {
        var (document, version) = await AddAsync("# First");
        Assert.DoesNotContain(await ReadableAsync(_boss), item => item.Document.Id == document);
        Assert.Equal(AccessErrors.NotFound, (await Host.Get<ReadDocument>().HandleAsync(new(_nppo, document), _boss, default)).Error);
        Assert.Contains("First",
            Encoding.UTF8.GetString((await Host.Get<FetchVersion>().HandleAsync(new(version, false), _hub, default)).Value.Bytes),
            StringComparison.Ordinal);

        Assert.True((await PublishAsync(document, version)).IsSuccess);

        Assert.Contains(await ReadableAsync(_boss), item => item.Document.Id == document);
        var entry = await Host.StoreAsync(db => db.Set<AuditEntry>().SingleAsync(e => e.Code == "document.published"));
        Assert.Equal(_hub.Id, entry.ActorId);
    }

    [Fact]
    public async Task A_new_version_is_told_once_to_each_who_has_an_older_one_in_their_language_and_to_nobody_else()
    {
        var (document, version) = await AddAsync("# First");
        await PublishAsync(document, version);
        await Host.StoreAsync(db => db.Users.Where(u => u.Id == _viewer.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(u => u.Language, "fr")));
        await Host.Get<NoteReading>().HandleAsync(new(_nppo, document), _viewer, default);
        await Host.Get<NoteReading>().HandleAsync(new(_nppo, document), _viewer, default);
        Assert.Empty(await EmailsAsync());

        var second = await Host.Get<AddDocumentVersion>()
            .HandleAsync(new(document, "Chapter 2 is new.", "b.md", "# Second"u8.ToArray()), _hub, default);
        Assert.True(second.IsSuccess);
        await PublishAsync(document, (await Library(document)).Versions[1].Id);

        var email = Assert.Single(await EmailsAsync());
        Assert.Equal(("viewer@example.org", "fr"), (email.To, email.Language));
        Assert.Contains("Chapter 2 is new.", email.Text, StringComparison.Ordinal);
        Assert.Contains($"/nppo/documents/{document}", email.Text, StringComparison.Ordinal);
        var item = (await ReadableAsync(_viewer)).Single(item => item.Document.Id == document);
        Assert.True(item is { Held: 1, IsNewer: true });
    }

    [Fact]
    public async Task Whoever_lost_the_right_to_read_it_is_not_told()
    {
        var (document, version) = await AddAsync("# First");
        await PublishAsync(document, version);
        await Host.Get<NoteReading>().HandleAsync(new(_nppo, document), _viewer, default);
        await Host.Get<ShowDocument>().HandleAsync(new(document, DocumentAudience.Integrators), _hub, default);
        await Host.Get<AddDocumentVersion>().HandleAsync(new(document, "New", "b.md", "# Second"u8.ToArray()), _hub, default);

        await PublishAsync(document, (await Library(document)).Versions[1].Id);

        Assert.Empty(await EmailsAsync());
        Assert.DoesNotContain(await ReadableAsync(_viewer), item => item.Document.Id == document);
        Assert.Contains(await ReadableAsync(_boss), item => item.Document.Id == document);
    }

    [Fact]
    public async Task A_download_is_noted_and_the_hub_sees_who_has_which_version()
    {
        var (document, version) = await AddAsync("# First");
        await PublishAsync(document, version);

        var file = (await Host.Get<FetchDocument>().HandleAsync(new(_nppo, document, true), _viewer, default)).Value;

        Assert.Equal(("a.pdf", "application/pdf", "%PDF"), (file.Name, file.ContentType, Encoding.ASCII.GetString(file.Bytes, 0, 4)));
        var holder = Assert.Single((await Host.Get<ListHolders>().HandleAsync(document, _hub, default)).Value);
        Assert.Equal(("CI", 1), (holder.CountryCode, holder.Version));
        var view = (await Host.Get<ViewLibraryDocument>().HandleAsync(document, _hub, default)).Value;
        Assert.Equal((1, 1), (view.Nppos, view.Item.Holders));
    }

    [Fact]
    public async Task Whoever_may_read_documents_has_the_WSDL_as_a_file_that_is_no_page()
    {
        var wsdl = (await ReadableAsync(_viewer)).Single(item => item.Document.Kind == DocumentKind.ServiceDefinition).Document;

        var file = (await Host.Get<FetchDocument>().HandleAsync(new(_nppo, wsdl.Id, false), _viewer, default)).Value;

        Assert.Equal(("hub.wsdl", "application/xml"), (file.Name, file.ContentType));
        Assert.Equal(HubContract.ReadWsdl(HubEnvironment.Test), file.Bytes);
        Assert.Contains("location=\"https://uat-hub.ephytoexchange.org/hub/DeliveryService\"", Encoding.UTF8.GetString(file.Bytes),
            StringComparison.Ordinal);
        Assert.Null((await Host.Get<ReadDocument>().HandleAsync(new(_nppo, wsdl.Id), _viewer, default)).Value.Text);
    }

    [Fact]
    public async Task The_PDF_of_a_version_is_made_once_whoever_asks_and_anew_for_the_next_version()
    {
        var (document, version) = await AddAsync("# First");
        await PublishAsync(document, version);

        var first = await PdfAsync(document, _viewer);
        Assert.Same(first, await PdfAsync(document, _viewer));
        Assert.Same(first, await PdfAsync(document, _boss));
        Assert.Same(first, (await Host.Get<FetchVersion>().HandleAsync(new(version, true), _hub, default)).Value.Bytes);

        await Host.Get<AddDocumentVersion>().HandleAsync(new(document, "New", "b.md", "# Second"u8.ToArray()), _hub, default);
        await PublishAsync(document, (await Library(document)).Versions[1].Id);
        Assert.NotSame(first, await PdfAsync(document, _viewer));
    }

    [Fact]
    public async Task Everything_comes_in_one_archive_by_language_as_it_is_and_as_PDF()
    {
        var file = (await Host.Get<FetchAllDocuments>().HandleAsync(new(_nppo, true), _viewer, default)).Value;

        using var archive = new ZipArchive(new MemoryStream(file.Bytes));
        Assert.Equal(9, archive.Entries.Count);
        Assert.Superset(new HashSet<string> { "fr/integration-guide.fr.pdf", "en/hub.wsdl" },
            archive.Entries.Select(entry => entry.FullName).ToHashSet());
        Assert.All(await ReadableAsync(_viewer), item => Assert.Equal(1, item.Held));
    }

    [Fact]
    public async Task Words_are_found_in_their_chapter_whatever_their_case_and_accents()
    {
        var (document, version) = await AddAsync("# Titre\n\n## Réception\n\nL’enveloppe est accusée.\n\n## Envoi\n\nRien.");
        await PublishAsync(document, version);

        var hits = (await Host.Get<SearchDocuments>().HandleAsync(new(_nppo, "ENVELOPPE accusee"), _viewer, default)).Value;

        var hit = Assert.Single(hits, hit => hit.DocumentId == document);
        Assert.Equal(("Réception", "réception"), (hit.Chapter, hit.Anchor));
        Assert.Contains("L’enveloppe est accusée", hit.Excerpt, StringComparison.Ordinal);
        Assert.Empty((await Host.Get<SearchDocuments>().HandleAsync(new(_nppo, " "), _viewer, default)).Value);
    }

    [Fact]
    public async Task Two_who_publish_two_drafts_at_the_same_instant_leave_one_published()
    {
        var (document, version) = await AddAsync("# First");
        await Host.Get<AddDocumentVersion>().HandleAsync(new(document, "New", "b.md", "# Second"u8.ToArray()), _hub, default);
        var second = (await Library(document)).Versions[1].Id;

        await Task.WhenAll(Task.Run(() => PublishAsync(document, version)), Task.Run(() => PublishAsync(document, second)));

        Assert.Single((await Library(document)).Versions, v => v.Status == DocumentVersionStatus.Published);
    }

    [Fact]
    public async Task What_the_hub_put_in_itself_is_not_replaced_by_what_the_console_ships()
    {
        var shipped = (await ReadableAsync(_boss)).Single(item => item.Document.ShippedAs == "integration-guide.en").Document.Id;
        await Host.Get<AddDocumentVersion>().HandleAsync(new(shipped, "Ours", "ours.md", "# Ours"u8.ToArray()), _hub, default);
        await PublishAsync(shipped, (await Library(shipped)).Versions[1].Id);
        // As if the console that starts brought another text.
        await Host.StoreAsync(
            db => db.Set<IntegrationDocument>().Where(d => d.Id == shipped).SelectMany(d => d.Versions).Where(v => v.Number == 1)
            .ExecuteUpdateAsync(set => set.SetProperty(v => v.Sha256, "old")));

        await Host.StoreAsync(async db => { await Host.Get<ShippedLibrary>().CompleteAsync(db, CancellationToken.None); return true; });

        var document = await Library(shipped);
        Assert.Equal((2, DocumentVersionStatus.Draft), (document.Current!.Number, document.Versions[2].Status));
    }

    [Theory]
    [InlineData("integration-guide.en", "Came with a new version of the console.")]
    [InlineData("integration-guide.fr", "Livrée avec une nouvelle version de la console.")]
    [InlineData("hub-wsdl", "Came with a new version of the console.")]
    public async Task What_a_newer_console_brings_says_so_in_the_language_of_the_document(string name, string notes)
    {
        var shipped = (await ReadableAsync(_boss)).Single(item => item.Document.ShippedAs == name).Document.Id;
        await Host.StoreAsync(db => db.Set<IntegrationDocument>().Where(d => d.Id == shipped).SelectMany(d => d.Versions)
            .ExecuteUpdateAsync(set => set.SetProperty(v => v.Sha256, "old")));

        await Host.StoreAsync(async db => { await Host.Get<ShippedLibrary>().CompleteAsync(db, CancellationToken.None); return true; });

        Assert.Equal((2, notes), ((await Library(shipped)).Current!.Number, (await Library(shipped)).Current!.Notes));
    }

    private async Task<byte[]> PdfAsync(Guid document, Actor reader) =>
        (await Host.Get<FetchDocument>().HandleAsync(new(_nppo, document, true), reader, default)).Value.Bytes;

    private async Task<(Guid Document, Guid Version)> AddAsync(string text)
    {
        var added = await Host.Get<AddDocument>().HandleAsync(
            new(DocumentKind.Samples, "Samples", "en", DocumentAudience.Members, "a.md", Encoding.UTF8.GetBytes(text)), _hub, default);
        return (added.Value, (await Library(added.Value)).Versions[0].Id);
    }

    private Task<Result<Guid>> PublishAsync(Guid document, Guid version) =>
        Host.Get<PublishDocument>().HandleAsync(new(document, version), _hub, default);

    private async Task<IReadOnlyList<ReadableDocument>> ReadableAsync(Actor actor) =>
        (await Host.Get<ListDocuments>().HandleAsync(new(_nppo), actor, default)).Value.Items;

    private async Task<IntegrationDocument> Library(Guid document) =>
        (await Host.Get<ViewLibraryDocument>().HandleAsync(document, _hub, default)).Value.Item.Document;

    private Task<List<OutgoingEmail>> EmailsAsync() =>
        Host.StoreAsync(db => db.Set<OutgoingEmail>().Where(email => email.Kind == "document.published").ToListAsync());
}

public sealed class DocumentsOnSqlite() : DocumentTests(DatabaseKind.Sqlite);

public sealed class DocumentsOnPostgreSql() : DocumentTests(DatabaseKind.PostgreSql);
