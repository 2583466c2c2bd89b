using System.Data.Common;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Ephyto.AdminConsole.Data.Start;
using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Ephyto.AdminConsole.Platform.Start;

/// <summary>
/// Says in a sentence why a start failed: which setting to look at, or what is the cause. A value that may be secret is never in it.
/// </summary>
internal static partial class StartFailures
{
    private const string StoreKeys = "look at Database:ConnectionString and Storage:DataDirectory";

    public static string SentenceOf(Exception failed) => ClosestTo(failed) switch
    {
        CannotStartException known => known.Message,
        OptionsValidationException refused => string.Join(' ', refused.Failures.Distinct()),
        SqliteException sqlite => OfSqlite(sqlite),
        PostgresException answer => OfPostgres(answer),
        NpgsqlException silent =>
            $"PostgreSQL does not answer ({InnermostOf(silent)}): look at Database:ConnectionString, and whether the server runs.",
        InvalidDataException file => $"{FirstLine(file.Message)} {FirstLine(InnermostOf(file))}",
        InvalidOperationException bound when Conversion().Match(bound.Message) is { Success: true } value =>
            $"Set {value.Groups["key"].Value} to another value: \"{value.Groups["value"].Value}\" cannot be read there.",
        AddressInUseException => $"{FirstLine(failed.Message).TrimEnd('.')}: end the other program, or choose another address with --urls.",
        SocketException { SocketErrorCode: SocketError.AccessDenied } =>
            "The system does not let this account listen at that port: choose one above 1023 with --urls.",
        SocketException { SocketErrorCode: SocketError.AddressNotAvailable } =>
            "This machine does not have the address it shall listen at: look at --urls.",
        UnauthorizedAccessException denied =>
            $"{FirstLine(denied.Message)} Storage:DataDirectory has to lead to a directory in which this account reads and writes.",
        IOException file => FirstLine(file.Message),
        FormatException address when address.Message.Contains("url", StringComparison.OrdinalIgnoreCase) =>
            $"{FirstLine(address.Message)} Look at --urls, ASPNETCORE_URLS and Kestrel:Endpoints.",
        InvalidOperationException endpoint when endpoint.Message.Contains("HTTPS", StringComparison.Ordinal) =>
            "There is no certificate for an https address: set Kestrel:Certificates:Default:Path, or let a proxy end TLS and choose an "
                + "http address with --urls.",
        // The framework names the value, not the key.
        InvalidOperationException value when Unsupported().Match(value.Message) is { Success: true } found =>
            $"A setting holds \"{found.Groups["value"].Value}\", which is not known there.",
        var other => FirstLine(other.Message),
    };

    /// <summary>The cause that says most: what a library wraps is often a sentence about the wrapping.</summary>
    private static Exception ClosestTo(Exception failed)
    {
        for (var at = failed; at is not null; at = at.InnerException)
        {
            if (at is CannotStartException or OptionsValidationException or DbException or AddressInUseException or SocketException)
                return at;
            if (at is AggregateException several
                && several.InnerExceptions.OfType<OptionsValidationException>().ToList() is { Count: > 0 } refused)
                return new OptionsValidationException("", typeof(object), refused.SelectMany(each => each.Failures));
        }

        return failed;
    }

    private static string OfSqlite(SqliteException failed) => failed.SqliteErrorCode switch
    {
        5 or 6 => $"Another program keeps the store locked: end it, or {StoreKeys}.",
        8 => $"The store cannot be written, it is read-only for this account: {StoreKeys}.",
        10 => $"The store cannot be read or written: the disk or the file system refuses; {StoreKeys}.",
        11 or 26 => $"The file of the store is no database, or it is damaged: put back a copy of it, or {StoreKeys}.",
        13 => "The disk is full: make room where Storage:DataDirectory lies.",
        14 => $"The store cannot be opened: its directory is missing or this account may not enter it; {StoreKeys}.",
        _ => $"The store answers: {FirstLine(failed.Message)}",
    };

    private static string OfPostgres(PostgresException answer) => answer.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
            "PostgreSQL does not know this user name with this password: look at Database:ConnectionString.",
        PostgresErrorCodes.InvalidCatalogName =>
            "PostgreSQL has no such database, and this user may not make it: look at Database:ConnectionString.",
        PostgresErrorCodes.InsufficientPrivilege =>
            $"PostgreSQL refuses ({answer.MessageText}): give the user of Database:ConnectionString the right to make and change tables.",
        PostgresErrorCodes.TooManyConnections =>
            "PostgreSQL takes no more connections: raise its max_connections, or lower Maximum Pool Size in Database:ConnectionString.",
        PostgresErrorCodes.CannotConnectNow => "PostgreSQL is just starting or ending: start the console again when it is ready.",
        _ => $"PostgreSQL answers: {answer.MessageText} ({answer.SqlState}).",
    };

    private static string InnermostOf(Exception failed) => failed.GetBaseException().Message.TrimEnd('.');

    private static string FirstLine(string text) =>
        text.ReplaceLineEndings("\n").Split('\n')[0].Trim() is var line && line.EndsWith('.') ? line : $"{line}.";

    [GeneratedRegex("^Configuration value '(?<value>[^']*)' is not supported", RegexOptions.NonBacktracking)]
    private static partial Regex Unsupported();

    [GeneratedRegex("^Failed to convert configuration value '(?<value>[^']*)' at '(?<key>[^']+)'", RegexOptions.NonBacktracking)]
    private static partial Regex Conversion();
}
