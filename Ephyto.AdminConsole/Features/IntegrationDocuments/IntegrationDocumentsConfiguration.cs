using Ephyto.Domain.IntegrationDocuments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ephyto.AdminConsole.Features.IntegrationDocuments;

internal sealed class IntegrationDocumentConfiguration : IEntityTypeConfiguration<IntegrationDocument>
{
    public void Configure(EntityTypeBuilder<IntegrationDocument> builder)
    {
        builder.ToTable("IntegrationDocuments");
        builder.Property(d => d.Title).HasMaxLength(IntegrationDocument.MaximumTitle);
        builder.Property(d => d.Language).HasMaxLength(10);
        builder.Property(d => d.ShippedAs).HasMaxLength(80);
        builder.Ignore(d => d.Current).Ignore(d => d.IsTakenOver);
        builder.HasMany(d => d.Versions).WithOne().HasForeignKey("DocumentId").OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(d => d.Versions).AutoInclude();
        // Two nodes that start at once put what the console ships in once.
        builder.HasIndex(d => d.ShippedAs).IsUnique();
    }
}

internal sealed class DocumentVersionConfiguration : IEntityTypeConfiguration<DocumentVersion>
{
    public void Configure(EntityTypeBuilder<DocumentVersion> builder)
    {
        builder.ToTable("DocumentVersions");
        builder.Property(version => version.Id).ValueGeneratedNever();
        builder.Property(version => version.FileName).HasMaxLength(140);
        builder.Property(version => version.Sha256).HasMaxLength(64);
        builder.Property(version => version.Notes).HasMaxLength(IntegrationDocument.MaximumNotes);
        builder.Property<Guid>("DocumentId");
        builder.HasIndex("DocumentId", nameof(DocumentVersion.Number)).IsUnique();
    }
}

internal sealed class DocumentContentConfiguration : IEntityTypeConfiguration<DocumentContent>
{
    public void Configure(EntityTypeBuilder<DocumentContent> builder)
    {
        builder.ToTable("DocumentContents");
        builder.HasKey(content => content.VersionId);
        builder.Property(content => content.VersionId).ValueGeneratedNever();
        builder.HasOne<DocumentVersion>().WithOne().HasForeignKey<DocumentContent>(content => content.VersionId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class DocumentReceiptConfiguration : IEntityTypeConfiguration<DocumentReceipt>
{
    public void Configure(EntityTypeBuilder<DocumentReceipt> builder)
    {
        builder.ToTable("DocumentReceipts");
        builder.HasIndex(receipt => new { receipt.VersionId, receipt.UserId, receipt.NppoId }).IsUnique();
        builder.HasIndex(receipt => receipt.NppoId);
        builder.HasIndex(receipt => new { receipt.DocumentId, receipt.UserId });
    }
}
