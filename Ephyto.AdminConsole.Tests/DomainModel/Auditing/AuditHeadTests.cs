using Ephyto.Domain.Auditing;

namespace Ephyto.AdminConsole.Tests.DomainModel.Auditing;

public sealed class AuditHeadTests
{
    private static readonly string Hash = new('a', 64);

    [Fact]
    public void What_it_writes_it_reads() => Assert.Equal(new AuditHead(12, Hash), AuditHead.TryParse(new AuditHead(12, Hash).ToString()));

    [Fact]
    public void It_reads_the_exported_file() =>
        Assert.Equal(new AuditHead(12, Hash),
            AuditHead.TryParse($$"""{"installation":"https://example.org","sequence":12,"hash":"{{Hash.ToUpperInvariant()}}"} """));

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    [InlineData("12")]
    [InlineData("12:short")]
    [InlineData("-1:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("1:zaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("1:2:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("{\"sequence\":1}")]
    [InlineData("{\"sequence\":1,\"hash\":7}")]
    [InlineData("{\"sequence\":{},\"hash\":\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"}")]
    [InlineData("{ broken")]
    [InlineData("[1]")]
    public void What_is_no_head_is_none(string? text) => Assert.Null(AuditHead.TryParse(text));
}
