namespace Ephyto.AdminConsole.Features.Sandbox.Validation;

/// <summary>The check of certificates, and samples that pass it.</summary>
internal static class ValidationModule
{
    public static IServiceCollection AddPhytoValidation(this IServiceCollection services) => services
        .AddSingleton<PhytoCountries>().AddSingleton<IPhytoCheck, PhytoCheck>().AddSingleton<PhytoWords>();
}
