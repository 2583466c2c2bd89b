using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Ephyto.AdminConsole.Tests.Support;

namespace Ephyto.AdminConsole.Tests.EndToEnd.SandboxClients;

/// <summary>A system of a member that receives by push, as a process of its own.</summary>
internal sealed class MemberReceiver : IAsyncDisposable
{
    private readonly Process _process;
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<Call> _heard = new();
    private readonly ConcurrentQueue<string> _complaints = new();

    private MemberReceiver(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => _complaints.Enqueue(line.Data ?? "");
    }

    /// <summary>What it was called with.</summary>
    /// <param name="Shown">The thumbprint of the certificate of whoever called, in SHA-256.</param>
    public sealed record Call(
        string Operation, string From, string To, string Certificate, string Number, string State, string? Words, string? Content,
        string Shown);

    public Uri Address { get; private set; } = null!;

    public IReadOnlyCollection<Call> Heard => _heard;

    /// <summary>Starts it, and waits until it has said its port.</summary>
    public static async Task<MemberReceiver> StartAsync(string folder, string program, params string[] args)
    {
        MemberReceiver receiver = new(new()
        {
            StartInfo = new(program, args)
            {
                WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            },
        });
        try
        {
            receiver._process.Start();
            ChildProcesses.Hold(receiver._process.Id);
            receiver._process.BeginErrorReadLine();
            receiver._process.BeginOutputReadLine();
            var ended = receiver._process.WaitForExitAsync();
            var first = await Task.WhenAny(receiver._address.Task, ended).WaitAsync(ConsoleApp.StartLimit);
            Assert.True(first != ended, $"{program} did not start: {string.Join('\n', receiver._complaints)}");
            receiver.Address = await receiver._address.Task;
            return receiver;
        }
        catch
        {
            await receiver.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until it was called for that envelope.</summary>
    public Task<Call> HeardAsync(string operation, string number) => Eventually.GetAsync(
        () => Task.FromResult(_heard.FirstOrDefault(call => call.Operation == operation && call.Number == number)),
        $"a call of {operation} for {number}");

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        ChildProcesses.Free(_process.Id);
        _process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is null) return;
        // It says its port first.
        if (!_address.Task.IsCompleted) _address.TrySetResult(new($"https://localhost:{line}/hub"));
        else _heard.Enqueue(JsonSerializer.Deserialize<Call>(line, JsonSerializerOptions.Web)!);
    }
}
