using System.Data.Common;
using System.Globalization;
using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Platform.Auditing;

/// <summary>
/// <c>verify-audit [--head FILE|SEQUENCE:HASH]</c>: walks the audit trail of the configured store; exit code 0 where it
/// holds, 1 where it does not or cannot be read. With a head exported earlier it also finds an end that was cut off.
/// </summary>
internal static class VerifyAuditCommand
{
    public const string Name = "verify-audit";

    public static Task<int> RunAsync(string[] args) => RunAsync(args, Console.Out);

    /// <param name="args">Settings of the console may be among them, as for the console itself.</param>
    /// <param name="output">Where the sentences go.</param>
    public static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Logging.ClearProviders();
        builder.Services.AddData(builder.Configuration).AddAuditing();
        await using var app = builder.Build();
        try
        {
            var known = await HeadAsync(builder.Configuration["head"]);
            await using (var db = await app.Services.GetRequiredService<IDbContextFactory<ConsoleDbContext>>().CreateDbContextAsync())
            {
                if (!await db.Database.CanConnectAsync())
                    return await TellAsync(output, "There is no store to verify. Set Database and Storage as the console has them.", 1);
            }

            var verdict = await app.Services.GetRequiredService<AuditVerification>().RunAsync(known, null, CancellationToken.None);
            return await TellAsync(output, Describe(verdict, known), verdict.Break is null ? 0 : 1);
        }
        catch (Exception refused)
            when (refused is OptionsValidationException or ArgumentException or InvalidOperationException or DbException or IOException
                or UnauthorizedAccessException)
        {
            return await TellAsync(output, refused.Message, 1);
        }
    }

    private static async Task<AuditHead?> HeadAsync(string? given)
    {
        if (given is null) return null;
        var text = File.Exists(given) ? await File.ReadAllTextAsync(given) : given;
        return AuditHead.TryParse(text)
            ?? throw new ArgumentException("--head takes the exported file, or its sequence and hash as SEQUENCE:HASH.");
    }

    private static string Describe(AuditVerdict verdict, AuditHead? known)
    {
        var entries = verdict.Entries.ToString(CultureInfo.InvariantCulture);
        if (verdict.Break is { } found)
            return $"Entry {found.Sequence.ToString(CultureInfo.InvariantCulture)} is broken: "
                + $"{WordsOf(found.Fault)}{Environment.NewLine}{entries} entries before it hold.";
        var compared = known is null
            ? "No exported head was given: an end that was cut off would not show."
            : $"The exported head {known.Sequence.ToString(CultureInfo.InvariantCulture)} is part of it.";
        return $"The chain holds: {entries} entries.{Environment.NewLine}Head: {verdict.Head}{Environment.NewLine}{compared}";
    }

    private static string WordsOf(AuditFault fault) => fault switch
    {
        AuditFault.Changed => "its content does not give its hash, so it was changed.",
        AuditFault.Missing => "it is missing, though later entries are there.",
        AuditFault.Inserted => "it was inserted; the entries around it belong together.",
        AuditFault.Unlinked => "it does not name the hash of the entry before it, so one of the two was exchanged.",
        AuditFault.CutOff => "it is missing, though it was there when the head was exported; the end was cut off.",
        _ => "it is not the one whose hash was exported, so the chain was written anew.",
    };

    private static async Task<int> TellAsync(TextWriter output, string sentence, int exitCode)
    {
        await output.WriteLineAsync(sentence);
        return exitCode;
    }
}
