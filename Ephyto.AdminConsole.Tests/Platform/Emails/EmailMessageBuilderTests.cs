using System.Text;
using Ephyto.AdminConsole.Platform;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Emails.Delivery;
using Ephyto.Domain.Notifications;
using MimeKit;

namespace Ephyto.AdminConsole.Tests.Platform.Emails;

public sealed class EmailMessageBuilderTests
{
    private static readonly EmailOptions Sender = new() { From = "console@example.org", FromName = "IPPC ePhyto Hub",
        ReplyTo = "help@example.org" };

    [Fact]
    public void The_headers_say_who_writes_to_whom_and_that_a_machine_does()
    {
        var email = Letters.Queued(language: "fr");
        var message = Sent(Letters.Builder(Sender).Build(email, null));

        Assert.Equal($"{email.Id:N}@console.example.org", message.MessageId);
        Assert.Equal("auto-generated", message.Headers[HeaderId.AutoSubmitted]);
        Assert.Equal("fr", message.Body!.Headers[HeaderId.ContentLanguage]);
        Assert.Equal(Letters.Written, message.Date.UtcDateTime);
        Assert.Equal("\"IPPC ePhyto Hub\" <console@example.org>", message.From.ToString());
        Assert.Equal("reader@example.org", message.To.ToString());
        Assert.Equal("help@example.org", message.ReplyTo.ToString());
    }

    [Fact]
    public void Every_try_has_the_same_message_id()
    {
        var email = Letters.Queued();

        Assert.Equal(Letters.Builder().Build(email, null).MessageId, Letters.Builder().Build(email, null).MessageId);
    }

    [Fact]
    public void It_is_plain_text_and_html_in_utf8()
    {
        var message = Sent(Letters.Builder().Build(Letters.Queued(text: "Côte d'Ivoire – 中文"), null));

        var alternatives = Assert.IsType<MultipartAlternative>(message.Body);
        Assert.Equal(["text/plain utf-8", "text/html utf-8"],
            alternatives.Select(part => $"{part.ContentType.MimeType} {part.ContentType.Charset}"));
        Assert.Equal("Côte d'Ivoire – 中文", message.TextBody);
        Assert.Equal("<p>Côte d'Ivoire – 中文</p>", message.HtmlBody);
    }

    [Theory]
    [InlineData("طلب تسجيل من المنظمة القطرية لوقاية النباتات في كوت ديفوار يحتاج إلى تأكيدكم")]
    [InlineData("请确认国家植物保护组织的登记申请")]
    public void Every_script_arrives_in_subject_and_names(string words)
    {
        var builder = Letters.Builder(new EmailOptions { From = "console@example.org", FromName = words });
        var raw = Raw(builder.Build(Letters.Queued(subject: words), null));

        Assert.True(Ascii.IsValid(raw));
        var message = Read(raw);
        Assert.Equal(words, message.Subject);
        Assert.Equal(words, message.From[0].Name);
    }

    [Fact]
    public void Nobody_adds_a_header_through_a_subject_or_a_name()
    {
        const string Evil = "Hello\r\nBcc: everybody@example.org\nX-Other: 1\u2028\0";
        var builder = Letters.Builder(new EmailOptions { From = "console@example.org", FromName = Evil });
        var message = Sent(builder.Build(Letters.Queued(subject: Evil), null));

        Assert.Equal("Hello Bcc: everybody@example.org X-Other: 1", message.Subject);
        Assert.Empty(message.Bcc);
        Assert.Null(message.Headers["X-Other"]);
        Assert.Equal("Hello Bcc: everybody@example.org X-Other: 1", Assert.Single(message.From).Name);
    }

    [Fact]
    public void The_secret_takes_its_place_in_both_bodies()
    {
        var email = Letters.Queued(text: $"https://console.example.org/x/{OutgoingEmail.SecretPlaceholder}");
        var message = Sent(Letters.Builder().Build(email, "s3cret"));

        Assert.Equal("https://console.example.org/x/s3cret", message.TextBody);
        Assert.Equal("<p>https://console.example.org/x/s3cret</p>", message.HtmlBody);
        Assert.DoesNotContain("s3cret", email.Text + email.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void An_international_host_name_stays_ascii_in_the_message_id()
    {
        var hub = new HubOptions { PublicAddress = new Uri("https://confirmé.example.org") };

        Assert.EndsWith("@xn--confirm-hya.example.org", Letters.Builder(hub: hub).Build(Letters.Queued(), null).MessageId,
            StringComparison.Ordinal);
    }

    private static MimeMessage Sent(WrittenEmail mail) => Read(Raw(mail));

    private static byte[] Raw(WrittenEmail mail)
    {
        using var message = MimeMessages.Of(mail);
        using var written = new MemoryStream();
        message.Prepare(EncodingConstraint.SevenBit);
        message.WriteTo(written);
        return written.ToArray();
    }

    private static MimeMessage Read(byte[] raw) => MimeMessage.Load(new MemoryStream(raw));
}
