using Ephyto.Domain.Common;
using Ephyto.Domain.IntegrationDocuments;

namespace Ephyto.AdminConsole.Tests.DomainModel.IntegrationDocuments;

/// <summary>Versions of a document, from draft to withdrawn.</summary>
public sealed class IntegrationDocumentTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Actor Officer = Actor.User(Guid.NewGuid());

    [Fact]
    public void A_version_is_a_draft_until_it_is_published()
    {
        var document = Make();
        var version = document.AddVersion(File("a"), null, Officer, Now).Value;
        Assert.Null(document.Current);

        Assert.True(document.Publish(version.Id, Officer, Now.AddDays(1)).IsSuccess);

        Assert.Equal((version.Id, 1, Now.AddDays(1)), (document.Current!.Id, document.Current.Number, document.Current.StatusSince));
        Assert.Equal(["document.version-added", "document.published"], document.DomainEvents.Select(happened => happened.Code));
    }

    [Fact]
    public void A_new_version_supersedes_the_one_before_and_says_what_is_new()
    {
        var document = Make();
        var first = document.AddVersion(File("a"), null, Officer, Now).Value;
        document.Publish(first.Id, Officer, Now);
        Assert.Equal(DocumentErrors.NotesNeeded, document.AddVersion(File("b"), "  ", Officer, Now).Error);

        var second = document.AddVersion(File("b"), "Chapter 4 is new.", Officer, Now).Value;
        document.Publish(second.Id, Officer, Now);

        Assert.Equal((DocumentVersionStatus.Superseded, DocumentVersionStatus.Published), (first.Status, second.Status));
        Assert.Equal((2, "Chapter 4 is new."), (document.Current!.Number, document.Current.Notes));
    }

    [Fact]
    public void The_same_bytes_are_taken_once_and_again_after_they_were_withdrawn()
    {
        var document = Make();
        var version = document.AddVersion(File("a"), null, Officer, Now).Value;
        Assert.Equal(DocumentErrors.SameContent, document.AddVersion(File("a"), "Again", Officer, Now).Error);

        document.Withdraw(version.Id, Officer, Now);

        Assert.True(document.AddVersion(File("a"), "Again", Officer, Now).IsSuccess);
    }

    [Fact]
    public void What_is_withdrawn_or_superseded_stays_so_and_an_older_draft_does_not_replace_a_newer_version()
    {
        var document = Make();
        var first = document.AddVersion(File("a"), null, Officer, Now).Value;
        var second = document.AddVersion(File("b"), "New", Officer, Now).Value;
        document.Publish(second.Id, Officer, Now);
        Assert.Equal(DocumentErrors.OlderThanCurrent, document.Publish(first.Id, Officer, Now).Error);

        Assert.True(document.Withdraw(second.Id, Officer, Now).IsSuccess);

        Assert.Null(document.Current);
        Assert.Equal(DocumentErrors.NotPossibleNow, document.Withdraw(second.Id, Officer, Now).Error);
        Assert.Equal(DocumentErrors.NotPossibleNow, document.Publish(second.Id, Officer, Now).Error);
    }

    [Fact]
    public void A_document_has_a_title_and_tells_when_its_readers_change()
    {
        Assert.Equal(DocumentErrors.TitleNeeded, IntegrationDocument.Create(DocumentKind.Other, " ", "en", DocumentAudience.Members).Error);
        var document = Make();
        document.ShowTo(DocumentAudience.Members, Officer, Now);
        Assert.Empty(document.DomainEvents);

        document.ShowTo(DocumentAudience.HubStaff, Officer, Now);

        Assert.Equal(EventFact.Term(DocumentAudience.HubStaff), Assert.Single(document.DomainEvents).Facts["audience"]);
    }

    [Fact]
    public void A_document_that_came_with_the_console_is_taken_over_by_whoever_adds_to_it()
    {
        var shipped = IntegrationDocument.Ship("guide", DocumentKind.IntegrationGuide, "Guide", "en");
        Assert.Null(shipped.AddVersion(File("a"), null, Actor.System, Now).Value.AddedBy);
        Assert.False(shipped.IsTakenOver);

        Assert.Equal(Officer.Id, shipped.AddVersion(File("b"), "Our own words.", Officer, Now).Value.AddedBy);
        Assert.True(shipped.IsTakenOver);
    }

    private static IntegrationDocument Make() =>
        IntegrationDocument.Create(DocumentKind.Samples, "Samples", "en", DocumentAudience.Members).Value;

    private static DocumentFile File(string content) => new($"{content}.md", DocumentFormat.Markdown, 1, content);
}
