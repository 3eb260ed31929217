using FluentValidation;

namespace Pricing.Application.Features.ValueDrivers;

internal abstract class DriverTermsValidator<T> : AbstractValidator<T>
    where T : DriverTerms
{
    protected DriverTermsValidator()
    {
        RuleFor(terms => terms.Name).IsOptionalText(300);
        RuleFor(terms => terms.Months).InclusiveBetween(1, 240).WithMessage("months is a whole number from 1 to 240.");
        RuleFor(terms => terms.MonthlyRetention).IsOptionalNumber(0, 1.1m);
        RuleFor(terms => terms.DelayMonths).InclusiveBetween(0, 240).WithMessage("delayMonths is a whole number from 0 to 240.");
        RuleFor(terms => terms.Attribution).IsOptionalNumber(0, 1);
        RuleFor(terms => terms.AttributionMethod).IsOptionalText(300);
        RuleFor(terms => terms.Confidence).IsOptionalNumber(0, 1);
    }
}

internal sealed class CalculatorInputValidator : AbstractValidator<CalculatorInputTerms>
{
    public CalculatorInputValidator()
    {
        RuleFor(input => input.Owner).IsOptionalText(300);
        RuleFor(input => input.Source).IsOptionalText(300);
        RuleFor(input => input.Method).IsOptionalText(300);
    }
}
