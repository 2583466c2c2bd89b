using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ephyto.AdminConsole.Data.Converters;

/// <summary>Keeps a small immutable record, which nobody searches, as JSON in one text column.</summary>
internal static class JsonConversion
{
    public static PropertyBuilder<T?> HasJsonConversion<T>(this PropertyBuilder<T?> property)
        where T : class => property.HasConversion(
            value => JsonSerializer.Serialize(value, JsonSerializerOptions.Web),
            text => JsonSerializer.Deserialize<T>(text, JsonSerializerOptions.Web),
            new ValueComparer<T?>((a, b) => Equals(a, b), value => value == null ? 0 : value.GetHashCode()));
}
