namespace Ephyto.AdminConsole.Platform.Emails;

/// <summary>What an e-mail says, without how it looks: rendered once as text and once as HTML.</summary>
/// <param name="Subject">One line.</param>
/// <param name="Blocks">From top to bottom.</param>
internal sealed record EmailContent(string Subject, IReadOnlyList<EmailBlock> Blocks);

internal abstract record EmailBlock;

internal sealed record Paragraph(string Text) : EmailBlock;

/// <summary>A small table of labels and values.</summary>
internal sealed record Facts(IReadOnlyList<Fact> Items) : EmailBlock;

internal sealed record Fact(string Label, string Value);

/// <summary>Somebody's own words, set apart; their line breaks are kept.</summary>
internal sealed record Quote(string Text) : EmailBlock;

/// <summary>A code people read to each other, large and letter-spaced.</summary>
internal sealed record CodeBlock(string Label, string Code) : EmailBlock;

/// <summary>A button in HTML, with its address in clear below; label and address as text.</summary>
/// <param name="Label">What happens there.</param>
/// <param name="Path">
/// Below the public address, such as <c>contact-point/</c> and then <see cref="Domain.Notifications.OutgoingEmail.SecretPlaceholder"/>.
/// </param>
internal sealed record ActionLink(string Label, string Path) : EmailBlock;
