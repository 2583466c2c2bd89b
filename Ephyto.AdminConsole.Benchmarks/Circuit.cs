using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace Ephyto.AdminConsole.Benchmarks;

/// <summary>
/// An open page without the browser around it: it loads the page, starts the circuit as the script does, acknowledges what
/// is rendered, and notes when a text arrives. Two hundred browsers do not fit on one machine; two hundred of these do.
/// </summary>
internal sealed partial class Circuit : IAsyncDisposable
{
    private readonly HubConnection _connection;
    private readonly TaskCompletionSource _rendered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private (byte[] Text, TaskCompletionSource<long> Seen)? _awaited;

    private Circuit(Uri address, string cookie)
    {
        var builder = new HubConnectionBuilder().WithUrl(new Uri(address, "_blazor"), options =>
        {
            options.Headers["Cookie"] = cookie;
            options.Headers["Origin"] = address.GetLeftPart(UriPartial.Authority);
        });
        builder.Services.AddSingleton<IHubProtocol, BlazorPack>();
        _connection = builder.Build();
        _connection.On<long, byte[]>("JS.RenderBatch", TakeAsync);
        _connection.On<string>("JS.Error", error => _rendered.TrySetException(new InvalidOperationException(error)));
    }

    /// <summary>Of all that the server sent to be rendered.</summary>
    public int Bytes { get; private set; }

    /// <summary>Ready once the first batch has been rendered.</summary>
    public static async Task<Circuit> OpenAsync(HttpClient http, Uri address, string path, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, path));
        request.Headers.Add("Cookie", cookie);
        using var answer = await http.SendAsync(request);
        var html = await answer.Content.ReadAsStringAsync();
        var markers = Marker().Matches(html).Select(match => JsonSerializer.Deserialize<JsonElement>(match.Groups[1].Value))
            .Where(marker => marker.TryGetProperty("descriptor", out _)).ToList();
        var state = State().Match(html).Groups[1].Value;
        var operations = JsonSerializer.Serialize(new
        {
            batchId = 1, operations = markers.Select((marker, index) => new { type = "add", ssrComponentId = index + 1, marker }),
        });
        var circuit = new Circuit(address, cookie);
        await circuit._connection.StartAsync();
        await circuit._connection.InvokeAsync<string>("StartCircuit", address.AbsoluteUri, new Uri(address, path).AbsoluteUri, "[]", state);
        await circuit._connection.SendAsync("UpdateRootComponents", operations, state);
        await circuit._rendered.Task.WaitAsync(TimeSpan.FromSeconds(30));
        return circuit;
    }

    /// <summary>The moment, as <see cref="Stopwatch.GetTimestamp"/> counts, at which a batch with the text arrives from now on.</summary>
    public Task<long> SeeAsync(string text)
    {
        var seen = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        _awaited = (Encoding.UTF8.GetBytes(text), seen);
        return seen.Task;
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private async Task TakeAsync(long batch, byte[] content)
    {
        Bytes += content.Length;
        if (_awaited is { } awaited && content.AsSpan().IndexOf(awaited.Text) >= 0) awaited.Seen.TrySetResult(Stopwatch.GetTimestamp());
        await _connection.SendAsync("OnRenderCompleted", batch, (string?)null);
        _rendered.TrySetResult();
    }

    [GeneratedRegex("<!--Blazor:(\\{.*?\\})-->")]
    private static partial Regex Marker();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(.*?)-->")]
    private static partial Regex State();
}
