using Ephyto.Domain.Common;
using Ephyto.Domain.Integration;
using Ephyto.Domain.TestEvidence;

namespace Ephyto.AdminConsole.Tests.DomainModel.TestEvidence;

/// <summary>What of a signed file is taken in, and what is refused though its signature is good.</summary>
public sealed class TakenEvidenceTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Nppo = Guid.NewGuid();
    private static readonly Guid Person = Guid.NewGuid();

    private static readonly TestStatement Said = new(
        new("https://test.example.org/"), HubEnvironment.Test, "CI", "Protection des végétaux", Now.AddDays(-1),
        [new(IntegrationStep.FirstSent, Now.AddDays(-9), "one")], ["CI"], [new("CI", "AA", "BB")]);

    [Fact]
    public void What_is_proven_is_kept_as_it_was_signed_with_who_and_when()
    {
        var evidence = TakenEvidence.Of(Nppo);
        Assert.False(evidence.IsThere);

        Assert.True(TakeIn(evidence, Said).IsSuccess);

        Assert.True(evidence.IsThere);
        Assert.Equal(("{}", "key", "https://test.example.org/", Said.MadeAt), (evidence.SignedText, evidence.KeyId, evidence.Console,
            evidence.MadeAt));
        Assert.Equal((Person, Now), (evidence.TakenBy, evidence.TakenAt));
        Assert.Equal((Said.Steps, Said.Connections), (evidence.Steps, evidence.Connections));
        var told = Assert.IsType<TestEvidenceTakenIn>(Assert.Single(evidence.DomainEvents));
        Assert.Equal((Nppo, Said.MadeAt, 1, "5A", Actor.User(Person)), (told.NppoId, told.MadeAt, told.Steps, told.Sha256, told.Actor));
        Assert.Equal(new SubjectRef(SubjectKinds.Nppo, Nppo), Assert.Single(told.Subjects));
        Assert.Equal([EventFact.Moment(Said.MadeAt), EventFact.Number(1), EventFact.Words("5A")],
            [told.Facts["made"], told.Facts["steps"], told.Facts["sha256"]]);
    }

    [Fact]
    public void Another_environment_another_country_and_the_future_are_refused()
    {
        var evidence = TakenEvidence.Of(Nppo);

        Assert.Equal(TestEvidenceErrors.NotOfTest, TakeIn(evidence, Said with { Environment = HubEnvironment.Production }).Error);
        Assert.Equal(TestEvidenceErrors.OtherCountry, TakeIn(evidence, Said with { Country = "GH" }).Error);
        var latest = Now + TakenEvidence.ClockTolerance;
        Assert.Equal(TestEvidenceErrors.FromFuture, TakeIn(evidence, Said with { MadeAt = latest.AddSeconds(1) }).Error);
        Assert.False(evidence.IsThere);
        Assert.Empty(evidence.DomainEvents);

        Assert.True(TakeIn(evidence, Said with { MadeAt = latest }).IsSuccess);
    }

    [Fact]
    public void A_newer_one_takes_the_place_of_an_older_one_and_never_the_other_way_round()
    {
        var evidence = TakenEvidence.Of(Nppo);
        TakeIn(evidence, Said);

        Assert.Equal(TestEvidenceErrors.TakenAlready, TakeIn(evidence, Said).Error);
        Assert.Equal(TestEvidenceErrors.Older, TakeIn(evidence, Said with { MadeAt = Said.MadeAt.AddSeconds(-1) }).Error);
        Assert.Single(evidence.DomainEvents);

        Assert.True(TakeIn(evidence, Said with { MadeAt = Said.MadeAt.AddSeconds(1), Steps = [] }).IsSuccess);
        Assert.Empty(evidence.Steps);
    }

    private static Result TakeIn(TakenEvidence evidence, TestStatement said) =>
        evidence.TakeIn(new(said, "{}", "key", "5A"), "CI", Person, Now);
}
