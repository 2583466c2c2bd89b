namespace Ephyto.AdminConsole.Tests.Integration.Fuzz;

/// <summary>
/// Bodies that are too large, cut off, slow or malformed, each on a connection of its own: a refusal in words, with the headers.
/// </summary>
public sealed class FuzzWireTests(FuzzWorld world) : IClassFixture<FuzzWorld>
{
    // A page with a form, what a plain form is sent to, a page that takes a file.
    private static readonly string[] Reading = ["/account/sign-in", "/contact-point/confirm", "/letters/verify"];

    // A page without a form, what only programs ask, what is never posted to, and nothing at all.
    private static readonly string[] Others = ["/participation", "/api/v1/participation", "/language/fr", "/hub", "/nowhere"];

    public static TheoryData<OddBody> Bodies => [.. Enum.GetValues<OddBody>()];

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_body_that_nobody_can_read_is_answered_in_words(OddBody odd)
    {
        var body = FuzzOddBody.Of(odd);
        var answers = await Task.WhenAll(Reading.Concat(Others).Select(path => SendAsync(path, body)));

        foreach (var (path, answer) in Reading.Concat(Others).Zip(answers))
        {
            if (answer is null)
            {
                Assert.True(odd == OddBody.CutOff, $"{path} does not answer {odd}");
                continue;
            }

            Assert.True(answer.Faults.Count == 0, $"{path}: {answer}{Environment.NewLine}{world.Host.Log}");
            if (odd != OddBody.CutOff && Reading.Contains(path)) Assert.Equal((path, body.Status), (path, answer.Status));
            else Assert.InRange(answer.Status, 302, 499);
        }
    }

    [Fact]
    public async Task A_reader_of_French_without_cookies_reads_of_cookies_in_French()
    {
        const string Body = "words=abc";
        var sent = new FuzzOddBody(
            $"Sec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {Body.Length}\r\n",
            (socket, ct) => FuzzWire.SendAsync(socket, Body, ct), 400);

        var answer = await SendAsync("/contact-point/confirm", sent);

        Assert.Equal("NoCookie", Assert.Single(FuzzText.KindsOf(answer!.Title!)));
        Assert.Empty(answer.Faults);
    }

    private async Task<FuzzAnswer?> SendAsync(string path, FuzzOddBody body)
    {
        var request = new FuzzRequest("POST", path);
        return await FuzzWire.SendAsync(world.Host.Address!, request, body.Headers, body.Write,
            TestContext.Current.CancellationToken) is var (answer, bytes)
            ? new(request, FuzzPerson.FrenchReader, answer, bytes) : null;
    }
}
