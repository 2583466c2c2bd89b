using System.Collections.Concurrent;
using Ephyto.AdminConsole.Features.Sandbox.Validation;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Ephyto.AdminConsole.Tests.Features.Sandbox.Validation;

/// <summary>The check of a certificate takes its time: it is made once, and nobody waits for it.</summary>
public sealed class CheckedOnceTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite, "DeliverEnvelope")]
    [InlineData(DatabaseKind.Sqlite, "ValidateAndDeliverEnvelope")]
    [InlineData(DatabaseKind.PostgreSql, "ValidateAndDeliverEnvelope")]
    public async Task A_certificate_is_checked_once_and_meanwhile_the_same_organization_is_answered(DatabaseKind kind, string operation)
    {
        WatchedCheck check = new();
        await using var host = await ConsoleHost.StartAsync(kind, null, services =>
        {
            services.AddSingleton<PhytoCheck>();
            services.Replace(ServiceDescriptor.Singleton<IPhytoCheck>(sp =>
            {
                check.Inner = sp.GetRequiredService<PhytoCheck>();
                return check;
            }));
        });
        var kenya = await CallingSystem.SetUpAsync(host, "KE");
        check.Meanwhile = () => Assert.Null(
            kenya.CallAsync(host, Soap.Empty("GetProfile")).WaitAsync(Patience.Usual).GetAwaiter().GetResult().Fault);

        var sent = await kenya.SendAsync(host, "KE", "<a/>", operation: "DeliverEnvelope", number: "1");
        var number = (await kenya.SendAsync(host, "KE", kenya.CertificateFor(host, "KE"), operation: operation))["hubDeliveryNumber"];
        for (var again = 0; again < 2; again++) await kenya.CallAsync(host, Soap.Empty("PULLImportEnvelope"));
        await kenya.CallAsync(host, Soap.Numbered("AcknowledgeEnvelopeReceipt", number));
        await kenya.CallAsync(host, Soap.Numbered("AcknowledgeEnvelopeReceipt", sent["hubDeliveryNumber"]));

        Assert.Equal(2, check.Checked.Count);
        Assert.Distinct(check.Checked);
    }

    private sealed class WatchedCheck : IPhytoCheck
    {
        public PhytoCheck Inner { get; set; } = null!;

        public Action Meanwhile { get; set; } = () => { };

        public ConcurrentQueue<string> Checked { get; } = [];

        public IReadOnlyList<PhytoFinding> Check(string content, EnvelopeAddress? envelope)
        {
            Checked.Enqueue(content);
            Meanwhile();
            return Inner.Check(content, envelope);
        }
    }
}
