namespace Ephyto.AdminConsole.Platform.Observability;

/// <summary>
/// <c>check-health</c>: asks the console on this machine whether it is ready; exit code 0 or 1. For container images without curl.
/// </summary>
internal static class HealthCommand
{
    public const string Name = "check-health";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    public static async Task<int> RunAsync()
    {
        var port = (Environment.GetEnvironmentVariable("ASPNETCORE_HTTP_PORTS") ?? "8080").Split(';')[0];
        try
        {
            using var http = new HttpClient { Timeout = Patience };
            using var answer = await http.GetAsync(new Uri($"http://127.0.0.1:{port}/health/ready"));
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException or UriFormatException)
        {
            return 1;
        }
    }
}
