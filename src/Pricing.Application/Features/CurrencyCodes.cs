using FluentValidation;
using FluentValidation.Validators;
using Pricing.Model.Quantities;

namespace Pricing.Application.Features;

/// <summary>The rule that every currency of a request keeps.</summary>
internal static class CurrencyCodes
{
    /// <summary>A code of ISO 4217.</summary>
    public static IRuleBuilderOptions<T, string> IsCurrency<T>(this IRuleBuilder<T, string> rule) => rule.SetValidator(new CurrencyRule<T>()!);

    // A validator and no condition, so that the description of the service can read what a code looks like.
    private sealed class CurrencyRule<T> : PropertyValidator<T, string?>, IRegularExpressionValidator
    {
        public override string Name => nameof(CurrencyRule<T>);

        public string Expression => @"^[A-Z]{3}\z";

        public override bool IsValid(ValidationContext<T> context, string? value) => value is not null && Currency.Find(value) is not null;
    }
}
