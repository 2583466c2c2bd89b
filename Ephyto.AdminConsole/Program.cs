using Ephyto.AdminConsole.Components;
using Ephyto.AdminConsole.Components.Account;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Audit;
using Ephyto.AdminConsole.Features.ContactPoints;
using Ephyto.AdminConsole.Features.Demo;
using Ephyto.AdminConsole.Features.Demo.Load;
using Ephyto.AdminConsole.Features.DigitalCertificates;
using Ephyto.AdminConsole.Features.Hub;
using Ephyto.AdminConsole.Features.Integration;
using Ephyto.AdminConsole.Features.IntegrationDocuments;
using Ephyto.AdminConsole.Features.IntegrationDocuments.Inspection;
using Ephyto.AdminConsole.Features.Letters;
using Ephyto.AdminConsole.Features.Nppos;
using Ephyto.AdminConsole.Features.Outbox;
using Ephyto.AdminConsole.Features.Participation;
using Ephyto.AdminConsole.Features.People;
using Ephyto.AdminConsole.Features.Registrations;
using Ephyto.AdminConsole.Field;
using Ephyto.AdminConsole.Platform;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.AdminConsole.Platform.Start;

return await ConsoleStart.RunAsync(args, static async args =>
{
    if (ConsoleCommands.Start(args, LoadCommand.Command, MarkdownCheck.Command) is { } command) return await command;

    var builder = WebApplication.CreateBuilder(args);
    builder.Services.AddData(builder.Configuration);
    builder.Services.AddPlatform(builder.Configuration);
    builder.Services.AddField(builder.Configuration);
    builder.Services.AddShell(builder.Configuration);
    builder.Services.AddAccount();
    builder.Services.AddNppos().AddPeople(builder.Configuration).AddRegistrations(builder.Configuration);
    builder.Services.AddContactPoints().AddHub().AddOutbox();
    builder.Services.AddIntegrationDocuments(builder.Configuration).AddIntegration();
    builder.Services.AddParticipation().AddAudit();
    builder.Services.AddDigitalCertificates(builder.Configuration).AddLetters(builder.Configuration);
    builder.Services.AddDemo(builder.Configuration);

    var app = builder.BuildWithCheckedSettings();
    app.UseShell();
    app.UseAuthentication();
    app.UseAuthorization();
    app.UseSecondFactorGate();
    app.UseRateLimiter();
    app.UseFormGuard();
    app.MapPlatform();
    app.MapRegistrations().MapNppos().MapContactPoints().MapOutbox().MapLetters().MapPeople().MapHub();
    app.MapIntegrationDocuments();
    app.MapParticipation();
    app.MapAudit();
    app.MapDigitalCertificates();
    app.MapAccount();
    app.MapShell();
    await app.Services.PrepareStoreAsync(CancellationToken.None);
    if (args is [LoadCommand.Name, ..]) return await app.Services.SeedLoadAsync(args, CancellationToken.None);
    return await app.ServeAsync();
});
