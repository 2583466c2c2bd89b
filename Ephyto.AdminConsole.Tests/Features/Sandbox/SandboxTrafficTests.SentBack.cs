using Ephyto.AdminConsole.Features.Integration.UseCases;
using Ephyto.AdminConsole.Platform.Live;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Common;
using Ephyto.Domain.Integration;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Sandbox;

/// <content>What moves a step that the hub sent back, and what it stands on then.</content>
public abstract partial class SandboxTrafficTests
{
    [Fact]
    public async Task A_step_that_was_sent_back_is_moved_by_the_next_good_message_and_stands_then_as_it_was_accepted()
    {
        var first = await SendAsync();
        await JudgeAsync((path, step) => path.SendBack(step.Step, "Not to Ghana.", step.Seen, Guid.NewGuid(), Host.Now()));
        Assert.Equal((IntegrationStepState.SentBack, first), await FirstSentAsync());
        var mark = Host.Get<ILiveEvents>().Mark();

        // What ticks nothing moves nothing either.
        await _kenya.SendAsync(Host, "GH", _kenya.CertificateFor(Host, "GH"), number: "2026-9");
        Assert.Equal((IntegrationStepState.SentBack, first), await FirstSentAsync());
        var second = await SendAsync();

        Assert.NotEqual(first, second);
        Assert.Equal((IntegrationStepState.Reported, second), await FirstSentAsync());
        Assert.True(Host.Get<ILiveEvents>().HasToldSince(mark, [new(SubjectKinds.Nppo, _kenya.NppoId)]));
        // It waits with this number, until the hub answers.
        await SendAsync();
        Assert.Equal((IntegrationStepState.Reported, second), await FirstSentAsync());
        await JudgeAsync((path, step) => path.Accept(step.Step, step.Seen, Guid.NewGuid(), Host.Now()));
        await SendAsync();
        Assert.Equal((IntegrationStepState.Accepted, second), await FirstSentAsync());
    }

    [Fact]
    public async Task A_message_that_was_sent_back_is_not_shown_with_what_was_accepted_in_its_place()
    {
        await SendAsync();
        await JudgeAsync((path, step) => path.SendBack(step.Step, "Not to Ghana.", step.Seen, Guid.NewGuid(), Host.Now()));
        await JudgeAsync((path, step) => path.Report(step.Step, "By letter", Guid.NewGuid(), Host.Now()));
        Assert.Equal((IntegrationStepState.Reported, null), await FirstSentAsync());

        await JudgeAsync((path, step) => path.Accept(step.Step, step.Seen, Guid.NewGuid(), Host.Now()));

        Assert.Equal((IntegrationStepState.Accepted, null), await FirstSentAsync());
        // A later message was not what the hub accepted.
        await SendAsync();
        Assert.Equal((IntegrationStepState.Accepted, null), await FirstSentAsync());
    }

    private async Task<string> SendAsync()
    {
        Host.Time.Advance(TimeSpan.FromMinutes(1));
        return (await _kenya.SendAsync(Host, "GH", _kenya.CertificateFor(Host, "GH")))["hubDeliveryNumber"];
    }

    private async Task<(IntegrationStepState State, string? Number)> FirstSentAsync()
    {
        var step = (await StepsAsync(_kenya.NppoId))[IntegrationStep.FirstSent];
        return (step.State, step.TrackingNumber);
    }

    private async Task JudgeAsync(Func<IntegrationPath, StepProgress, Result> judge)
    {
        var step = (await StepsAsync(_kenya.NppoId))[IntegrationStep.FirstSent];
        Host.Time.Advance(TimeSpan.FromMinutes(1));
        await Host.StoreAsync(async db =>
        {
            var path = await db.Set<IntegrationPath>().SingleOrDefaultAsync(one => one.Id == _kenya.NppoId);
            if (path is null) db.Add(path = IntegrationPath.Of(_kenya.NppoId));
            Assert.Null(judge(path, step).Error?.Sentence);
            return await db.SaveChangesAsync();
        });
    }
}
