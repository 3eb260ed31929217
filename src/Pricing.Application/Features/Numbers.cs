using System.Globalization;
using FluentValidation;
using FluentValidation.Validators;

namespace Pricing.Application.Features;

/// <summary>Rules that every number of a request keeps, as in the contract.</summary>
internal static class Numbers
{
    /// <summary>Smallest magnitude but zero, and largest.</summary>
    public const decimal Tiny = 1e-9m, Huge = 1e12m;

    private const decimal TwelveDecimals = 1e12m;

    /// <summary>Between two bounds, which belong to it; 0 or of a magnitude of 1e-9 and more.</summary>
    public static IRuleBuilderOptions<T, decimal> IsNumber<T>(this IRuleBuilder<T, decimal> rule, decimal least, decimal most) => rule.SetValidator(new NumberRule<T>(least, most));

    /// <summary>The same where it is given.</summary>
    public static IRuleBuilderOptions<T, decimal?> IsOptionalNumber<T>(this IRuleBuilder<T, decimal?> rule, decimal least, decimal most) => rule.SetValidator(new OptionalNumberRule<T>(least, most));

    /// <summary>At most the 12 decimals that a column keeps; more would be lost in silence. Zeros at the end do not count.</summary>
    public static IRuleBuilderOptions<T, decimal> FitsColumn<T>(this IRuleBuilder<T, decimal> rule, string name) =>
        rule.Must(FitsColumn).WithMessage($"{name} has at most 12 decimals.");

    /// <summary>The same where it is given.</summary>
    public static IRuleBuilderOptions<T, decimal?> FitsColumn<T>(this IRuleBuilder<T, decimal?> rule, string name) =>
        rule.Must(number => number is not { } given || FitsColumn(given)).WithMessage($"{name} has at most 12 decimals.");

    // Validators and no conditions, so that the description of the service can read the bounds.
    private sealed class NumberRule<T>(decimal least, decimal most) : PropertyValidator<T, decimal>, IBetweenValidator
    {
        public override string Name => nameof(NumberRule<T>);

        public object From => least;

        public object To => most;

        public override bool IsValid(ValidationContext<T> context, decimal value)
        {
            Check(value, least, most, context);
            return true;   // Check has said what is wrong
        }
    }

    private sealed class OptionalNumberRule<T>(decimal least, decimal most) : PropertyValidator<T, decimal?>, IBetweenValidator
    {
        public override string Name => nameof(OptionalNumberRule<T>);

        public object From => least;

        public object To => most;

        public override bool IsValid(ValidationContext<T> context, decimal? value)
        {
            if (value is { } given)
                Check(given, least, most, context);
            return true;   // as above
        }
    }

    private static void Check<T>(decimal number, decimal least, decimal most, ValidationContext<T> context)
    {
        var member = context.PropertyPath[(context.PropertyPath.LastIndexOf('.') + 1)..];
        var name = char.ToLowerInvariant(member[0]) + member[1..];
        if (number < least || number > most)
            context.AddFailure($"{name} is a number from {Text(least)} to {Text(most)}.");
        else if (number != 0 && Math.Abs(number) < Tiny)
            context.AddFailure($"{name} is 0 or at least {Text(Tiny)}.");
    }

    private static bool FitsColumn(decimal number)
    {
        // Only the decimals count, and shifting a whole large number could overflow.
        var shifted = (number - decimal.Truncate(number)) * TwelveDecimals;
        return shifted == decimal.Truncate(shifted);
    }

    private static string Text(decimal number) => number.ToString("#,0.############", CultureInfo.InvariantCulture);
}
