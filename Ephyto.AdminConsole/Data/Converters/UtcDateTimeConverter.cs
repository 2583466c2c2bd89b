using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Ephyto.AdminConsole.Data.Converters;

/// <summary>Times are UTC on both databases; SQLite forgets the kind and PostgreSQL insists on it.</summary>
internal sealed class UtcDateTimeConverter() : ValueConverter<DateTime, DateTime>(
    time => DateTime.SpecifyKind(time, DateTimeKind.Utc), time => DateTime.SpecifyKind(time, DateTimeKind.Utc));
