using Ephyto.Domain.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ephyto.AdminConsole.Data.Search;

/// <summary>One word by which one thing is found.</summary>
internal sealed class SearchWord
{
    /// <summary>One of <see cref="SubjectKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Folded; or the sign of equality and a country's code.</summary>
    public required string Word { get; init; }

    public required Guid SubjectId { get; init; }
}

internal sealed class SearchWordConfiguration : IEntityTypeConfiguration<SearchWord>
{
    public void Configure(EntityTypeBuilder<SearchWord> builder)
    {
        builder.ToTable("SearchWords");
        builder.HasKey(word => new { word.SubjectId, word.Word });
        builder.Property(word => word.Kind).HasMaxLength(40);
        builder.Property(word => word.Word).HasMaxLength(SearchWords.MaximumLength);
        builder.HasIndex(word => new { word.Kind, word.Word, word.SubjectId });
    }
}
