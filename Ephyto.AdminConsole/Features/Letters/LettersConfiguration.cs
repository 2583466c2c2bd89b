using Ephyto.Domain.Common;
using Ephyto.Domain.Letters;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ephyto.AdminConsole.Features.Letters;

internal sealed class ParticipationLetterConfiguration : IEntityTypeConfiguration<ParticipationLetter>
{
    private const int Sha256Digits = 64;

    public void Configure(EntityTypeBuilder<ParticipationLetter> builder)
    {
        builder.ToTable("ParticipationLetters");
        builder.Property(letter => letter.CountryCode).HasMaxLength(2);
        builder.Property(letter => letter.Language).HasMaxLength(40)
            .HasConversion(language => language.EnglishName, name => Languages.All.Single(language => language.EnglishName == name));
        builder.Property(letter => letter.Addressee).HasMaxLength(ParticipationLetter.MaximumAddressee);
        builder.Property(letter => letter.Code).HasMaxLength(VerificationCode.Length);
        builder.Property(letter => letter.Sha256).HasMaxLength(Sha256Digits);
        builder.Property(letter => letter.Words).HasMaxLength(FreeText.MaximumWords);
        builder.OwnsOne(letter => letter.Facts, facts => facts.Property(f => f.CountryCode).HasMaxLength(2));
        builder.Ignore(letter => letter.Number).Ignore(letter => letter.IsOpen).Ignore(letter => letter.WasIssued);
        builder.HasOne<Nppo>().WithMany().HasForeignKey(letter => letter.NppoId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(letter => letter.OpenNppoId).IsUnique();
        builder.HasIndex(letter => new { letter.NumberYear, letter.NumberOrdinal }).IsUnique();
        builder.HasIndex(letter => letter.Code).IsUnique();
        builder.HasIndex(letter => letter.Sha256);
        builder.HasIndex(letter => letter.RequestedAt);
    }
}

internal sealed class LetterFileConfiguration : IEntityTypeConfiguration<LetterFile>
{
    public void Configure(EntityTypeBuilder<LetterFile> builder)
    {
        builder.ToTable("LetterFiles");
        builder.HasKey(file => file.LetterId);
        builder.Property(file => file.LetterId).ValueGeneratedNever();
        builder.HasOne<ParticipationLetter>().WithOne().HasForeignKey<LetterFile>(file => file.LetterId).OnDelete(DeleteBehavior.Restrict);
    }
}
