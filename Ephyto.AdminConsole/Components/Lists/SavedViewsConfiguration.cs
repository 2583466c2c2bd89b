using Ephyto.AdminConsole.Data.Converters;
using Ephyto.Domain.Lists;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ephyto.AdminConsole.Components.Lists;

internal sealed class SavedViewsConfiguration : IEntityTypeConfiguration<SavedViews>
{
    public void Configure(EntityTypeBuilder<SavedViews> builder)
    {
        builder.ToTable("SavedViews");
        builder.Property(views => views.List).HasMaxLength(SavedViews.MaximumList);
        builder.Property<IReadOnlyList<SavedView>?>(nameof(SavedViews.Views)).HasJsonConversion().IsRequired();
        builder.HasIndex(views => new { views.UserId, views.List }).IsUnique();
    }
}
