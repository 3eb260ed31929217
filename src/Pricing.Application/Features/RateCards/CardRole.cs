using System.Text.Json;
using System.Text.Json.Serialization;
using FluentValidation;
using Pricing.Model.Engagements;

namespace Pricing.Application.Features.RateCards;

/// <summary>
/// A role on a rate card: an employee with <c>annualSalary</c> and <c>utilisation</c>, or a freelancer with <c>costPerHour</c>.
/// Money is in the card's currency.
/// </summary>
public sealed record CardRole
{
    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>Code by which hours name the role; 1 to 300 characters, once on the card.</summary>
    /// <example>STRS</example>
    public required string Code { get; init; }

    /// <summary>Title, as proposals print it; 1 to 300 characters.</summary>
    /// <example>Senior strategist</example>
    public required string Title { get; init; }

    /// <summary>Price of an hour on the card, before its discount, 0 to 1,000,000,000,000.</summary>
    /// <example>145</example>
    public required decimal HourlyRate { get; init; }

    /// <summary>An employee's gross salary a year, 0 to 1,000,000,000,000. Null for freelancers, and for readers who may not see salaries.</summary>
    /// <example>78000</example>
    public decimal? AnnualSalary { get; init; }

    /// <summary>Billable share of an employee's available hours, a fraction from 0.000001 to 1. Null for freelancers.</summary>
    /// <example>0.75</example>
    public decimal? Utilisation { get; init; }

    /// <summary>
    /// Employer's on-costs as a share of this salary, 0 to 1,000 (0.21 is 21 %); null for the agency's rate, for freelancers, and for
    /// readers who may not see salaries.
    /// </summary>
    /// <example>0.21</example>
    public decimal? OnCostRate { get; init; }

    /// <summary>
    /// What an hour of a freelancer costs the agency, 0 to 1,000,000,000,000; makes the role a freelancer's. Null for employees, and for
    /// readers who may not see salaries.
    /// </summary>
    /// <example>null</example>
    public decimal? CostPerHour { get; init; }

    /// <summary>Whether the artists' social levy falls due on a freelancer's payments; null counts as no. Null for employees.</summary>
    /// <example>null</example>
    public bool? Artistic { get; init; }

    internal static string Write(IEnumerable<CardRole> roles) => JsonSerializer.Serialize(roles, Json);

    internal static IReadOnlyList<CardRole> Read(string roles) => JsonSerializer.Deserialize<CardRole[]>(roles, Json)!;

    internal CardRole WithoutSalary() => this with { AnnualSalary = null, OnCostRate = null, CostPerHour = null };

    /// <summary>The role as engagements take it.</summary>
    /// <exception cref="InvalidOperationException">The role is neither an employee's nor a freelancer's; the validator lets none such in.</exception>
    internal Role ToModel() => this switch
    {
        { CostPerHour: { } cost } => new Freelancer(Code, Title, HourlyRate, cost, Artistic ?? false),
        { AnnualSalary: { } salary, Utilisation: { } utilisation } => new Employee(Code, Title, HourlyRate, salary, utilisation, OnCostRate),
        _ => throw new InvalidOperationException($"The role {Code} has neither a salary and a utilisation nor a cost per hour."),
    };
}

internal sealed class CardRoleValidator : AbstractValidator<CardRole>
{
    private const decimal LeastUtilisation = 0.000001m, LargestSurcharge = 1_000;

    public CardRoleValidator()
    {
        RuleFor(role => role.Code).IsText(300);
        RuleFor(role => role.Title).IsText(300);
        RuleFor(role => role.HourlyRate).IsNumber(0, Numbers.Huge);
        RuleFor(role => role.CostPerHour).IsOptionalNumber(0, Numbers.Huge);
        When(role => role.CostPerHour is null, ForEmployee).Otherwise(ForFreelancer);
    }

    private void ForEmployee()
    {
        RuleFor(role => role.AnnualSalary).NotNull().WithMessage("annualSalary is missing; a role without costPerHour is an employee's.");
        RuleFor(role => role.Utilisation).NotNull().WithMessage("utilisation is missing; a role without costPerHour is an employee's.");
        RuleFor(role => role.AnnualSalary).IsOptionalNumber(0, Numbers.Huge);
        RuleFor(role => role.Utilisation).IsOptionalNumber(LeastUtilisation, 1);
        RuleFor(role => role.OnCostRate).IsOptionalNumber(0, LargestSurcharge);
        RuleFor(role => role.Artistic).Null().WithMessage("artistic is a freelancer's; it stands beside costPerHour only.");
    }

    private void ForFreelancer()
    {
        RuleFor(role => role.AnnualSalary).Null().WithMessage("annualSalary is an employee's; costPerHour makes the role a freelancer's.");
        RuleFor(role => role.Utilisation).Null().WithMessage("utilisation is an employee's; costPerHour makes the role a freelancer's.");
        RuleFor(role => role.OnCostRate).Null().WithMessage("onCostRate is an employee's; costPerHour makes the role a freelancer's.");
    }
}
