using System.Text;
using Ephyto.AdminConsole.Features.Registrations.Staff;
using Ephyto.AdminConsole.Features.Registrations.Staff.UseCases;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Auditing;
using Ephyto.Domain.Common;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Registrations.Staff;

/// <summary>Files on which the Secretariat rests a decision.</summary>
public abstract class EvidenceTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    public static TheoryData<string, byte[], string> Refused => new()
    {
        { "letter.pdf", "MZ this is a program"u8.ToArray(), "evidence.not-allowed-kind" },
        { "letter.pdf", "%PDF-1.7 and then nothing"u8.ToArray(), "evidence.not-allowed-kind" },
        { "letter.pdf", [], "evidence.not-allowed-kind" },
        { "scan.png", "<svg onload=alert(1)>"u8.ToArray(), "evidence.not-allowed-kind" },
        { "large.png", [.. Png, .. new byte[EvidenceInspector.Limit]], "evidence.too-large" },
    };

    [Fact]
    public async Task A_file_goes_with_the_decision_and_can_be_fetched_as_it_was()
    {
        var (officer, registration) = await PrepareAsync();

        var outcome = await ConfirmAsync(officer, registration, new PickedFile("C:\\scans\\letter <1>.PNG", Png));

        Assert.Equal(RegistrationStatus.Confirmed, outcome.Value);
        var dossier = (await Host.Get<ViewRegistrationDossier>().HandleAsync(registration.Id, officer, default)).Value;
        var file = Assert.Single(dossier.Evidence);
        Assert.Equal(("letter 1.png", Png.Length, "Officer"), (file.Name, (int)file.Size, file.By));
        var auditor = await Host.AppointAsync(HubRole.Auditor, "Auditor");
        var fetched = (await Host.Get<FetchEvidence>().HandleAsync(new(registration.Id, file.Id), auditor, default)).Value;
        Assert.Equal(Png, fetched.Content);
        Assert.Equal("image/png", fetched.ContentType);
        // The trail keeps the fingerprint, so a file changed afterwards shows.
        Assert.Contains(file.Hash,
            await Host.StoreAsync(db => db.Set<AuditEntry>().Where(e => e.Code == "registration.evidence-attached").Select(e => e.Facts)
                .SingleAsync()), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Refused))]
    public async Task What_is_no_scan_or_letter_refuses_the_whole_decision(string name, byte[] content, string code)
    {
        var (officer, registration) = await PrepareAsync();

        Assert.Equal(code, (await ConfirmAsync(officer, registration, new("good.png", Png), new(name, content))).Error?.Code);

        var dossier = (await Host.Get<ViewRegistrationDossier>().HandleAsync(registration.Id, officer, default)).Value;
        Assert.Empty(dossier.Evidence);
        Assert.Equal(RegistrationStatus.Escalated, dossier.Registration.Status);
    }

    [Fact]
    public async Task A_pdf_with_a_script_is_refused_and_one_without_is_taken()
    {
        var inspector = Host.Get<EvidenceInspector>();
        Assert.Equal(EvidenceErrors.Unsafe,
            (await inspector.InspectAsync(Pdf("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>"), default)).Error);
        Assert.Equal("application/pdf", (await inspector.InspectAsync(Pdf(""), default)).Value);
    }

    [Fact]
    public async Task Six_files_are_too_many_and_a_refused_decision_leaves_no_file()
    {
        var (officer, registration) = await PrepareAsync();
        var six = Enumerable.Range(1, 6).Select(i => new PickedFile($"{i}.png", Png)).ToArray();

        Assert.Equal(EvidenceErrors.TooMany, (await ConfirmAsync(officer, registration, six)).Error);
        Assert.Equal(RegistrationErrors.WordsNeeded,
            (await Host.Get<ConfirmOnEvidence>()
                .HandleAsync(new(registration.Id, registration.Version, " ", [new("1.png", Png)]), officer, default)).Error);

        Assert.Equal(0, await Host.StoreAsync(db => db.Set<EvidenceFile>().CountAsync()));
    }

    [Fact]
    public async Task Nobody_outside_the_hub_fetches_it_and_not_by_another_registration()
    {
        var (officer, registration) = await PrepareAsync();
        await Host.Get<DeclineEscalated>()
            .HandleAsync(new(registration.Id, registration.Version, DeclineReason.NotReady, null, [new("1.png", Png)]), officer, default);
        var id = await Host.StoreAsync(db => db.Set<EvidenceFile>().Select(f => f.Id).SingleAsync());

        foreach (var outsider in new[] { Actor.Anonymous, Actor.User(Guid.NewGuid()), Actor.Applicant(registration.Id) })
            Assert.Equal(AccessErrors.NotAllowed,
                (await Host.Get<FetchEvidence>().HandleAsync(new(registration.Id, id), outsider, default)).Error);
        Assert.Equal(AccessErrors.NotFound, (await Host.Get<FetchEvidence>().HandleAsync(new(Guid.NewGuid(), id), officer, default)).Error);
    }

    private async Task<(Actor Officer, Registration Registration)> PrepareAsync()
    {
        var officer = await Host.AppointAsync(HubRole.SecretariatOfficer);
        var registration = Host.Escalated("BO");
        await Host.AddAsync(registration);
        return (officer, registration);
    }

    private Task<Result<RegistrationStatus>> ConfirmAsync(Actor officer, Registration seen, params PickedFile[] files) =>
        Host.Get<ConfirmOnEvidence>().HandleAsync(new(seen.Id, seen.Version, "Letter of 3 March.", files), officer, default);

    private static byte[] Pdf(string inCatalog) => Encoding.ASCII.GetBytes(
        $"%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R {inCatalog} >> endobj\n2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> "
            + "endobj\n"
        + "3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >> endobj\ntrailer << /Root 1 0 R /Size 4 >>\n%%EOF\n");
}

public sealed class EvidenceOnSqlite() : EvidenceTests(DatabaseKind.Sqlite);

public sealed class EvidenceOnPostgreSql() : EvidenceTests(DatabaseKind.PostgreSql);
