using System.Text;
using Ephyto.AdminConsole.Features.TestEvidence;
using Ephyto.Domain.Integration;
using Ephyto.Domain.TestEvidence;

namespace Ephyto.AdminConsole.Tests.Features.TestEvidence;

/// <summary>What stands in a file of evidence, written and read.</summary>
public sealed class StatementFileTests
{
    private static readonly TestStatement Said = MadeEvidence.Of("CI") with
    {
        Organization = "Protection des végétaux",
        Steps = [.. TestStatement.Provable.Select(step => new ProvenStep(step, MadeEvidence.At, $"number of {step}"))],
        Connections = ["CI", "CI2"],
        Certificates = [new("CI", new('A', 64), new('B', 64)), new(null, new('C', 64), new('D', 64))],
    };

    private static string Text => Encoding.UTF8.GetString(StatementFile.Write(Said));

    [Fact]
    public void What_is_written_is_read_again()
    {
        var read = StatementFile.Read(StatementFile.Write(Said))!;

        Assert.Equal(Said with { Steps = [], Connections = [], Certificates = [] },
            read with { Steps = [], Connections = [], Certificates = [] });
        Assert.Equal(Said.Steps, read.Steps);
        Assert.Equal(Said.Connections, read.Connections);
        Assert.Equal(Said.Certificates, read.Certificates);
        Assert.Equal(DateTimeKind.Utc, read.MadeAt.Kind);
    }

    [Fact]
    public void The_names_in_it_stay_what_they_are()
    {
        foreach (var name in new[] { "\"format\":1", "\"console\":\"https://test.example.org/\"", "\"environment\":\"Test\"",
            "\"country\":\"CI\"", "\"organization\":\"Protection des végétaux\"", "\"madeAt\":\"2026-03-01T08:00:00Z\"",
            "\"step\":\"FirstSent\",\"at\":\"2026-03-01T08:00:00Z\",\"trackingNumber\":\"number of FirstSent\"",
            "\"connections\":[\"CI\",\"CI2\"]", "\"connection\":\"CI\",\"publicKeySha256\":\"AAAA", "\"sha256\":\"BBBB" })
            Assert.Contains(name, Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"format\":1", "\"format\":2")]
    [InlineData("\"format\":1,", "")]
    [InlineData("\"Test\"", "\"Sandbox\"")]
    [InlineData("\"Test\"", "\"7\"")]
    [InlineData("\"FirstSent\"", "\"ConnectionSet\"")]
    [InlineData("\"FirstSent\"", "\"Live\"")]
    [InlineData("\"FirstSent\"", "null")]
    [InlineData("2026-03-01T08:00:00Z\",\"trackingNumber", "yesterday\",\"trackingNumber")]
    [InlineData("https://test.example.org/", "here")]
    [InlineData("\"CI2\"", "null")]
    [InlineData("\"CI2\"", "\"a code that is too long\"")]
    [InlineData("\"CI2\"", "\"C\\n\"")]
    [InlineData("BBBB", "BBB!")]
    [InlineData("BBBB", "BBB")]
    [InlineData("[{\"step\"", "[null,{\"step\"")]
    [InlineData("[{\"connection\"", "[null,{\"connection\"")]
    [InlineData("number of FirstSent", "a number that is longer than any number of the sandbox ever is")]
    [InlineData("\"country\":\"CI\"", "\"country\":null")]
    [InlineData("\"country\":\"CI\"", "\"country\":\"CI\",\"country\":\"GH\"")]
    public void What_is_otherwise_is_not_read(string what, string instead)
    {
        var text = Text;
        Assert.Contains(what, text, StringComparison.Ordinal);

        Assert.Null(StatementFile.Read(Encoding.UTF8.GetBytes(text.Replace(what, instead, StringComparison.Ordinal))));
    }

    [Fact]
    public void A_step_counts_once_and_what_a_later_console_adds_is_passed_over()
    {
        var text = Text.Replace("\"FirstReceived\"", "\"FirstSent\"", StringComparison.Ordinal)
            .Replace("\"format\":1", "\"format\":1,\"later\":{\"a\":[]}", StringComparison.Ordinal);

        Assert.Equal([IntegrationStep.FirstSent, IntegrationStep.FirstAcknowledged],
            StatementFile.Read(Encoding.UTF8.GetBytes(text))!.Steps.Select(step => step.Step));
    }
}
