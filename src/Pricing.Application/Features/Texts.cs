using System.Globalization;
using System.Text;
using FluentValidation;
using FluentValidation.Validators;

namespace Pricing.Application.Features;

/// <summary>Rules that every text of a request keeps.</summary>
internal static class Texts
{
    /// <summary>Between 1 and so many characters (code points), not blank, no control characters but tab and line breaks.</summary>
    public static IRuleBuilderOptions<T, string> IsText<T>(this IRuleBuilder<T, string> rule, int most) => rule.SetValidator(new TextRule<T>(most, isOptional: false)!);

    /// <summary>The same where it is given.</summary>
    public static IRuleBuilderOptions<T, string?> IsOptionalText<T>(this IRuleBuilder<T, string?> rule, int most) => rule.SetValidator(new TextRule<T>(most, isOptional: true));

    // A validator and no condition, so that the description of the service can read the bound.
    private sealed class TextRule<T>(int most, bool isOptional) : PropertyValidator<T, string?>, ILengthValidator
    {
        public override string Name => nameof(TextRule<T>);

        public int Min => 1;

        public int Max => most;

        public override bool IsValid(ValidationContext<T> context, string? value)
        {
            if (value is not null || !isOptional)
                Check(value, most, context);
            return true;   // Check has said what is wrong
        }
    }

    private static void Check<T>(string? text, int most, ValidationContext<T> context)
    {
        var name = char.ToLowerInvariant(context.DisplayName[0]) + context.DisplayName[1..].Replace(" ", "", StringComparison.Ordinal);
        if (text is null || text.EnumerateRunes().All(IsUnseen))
            context.AddFailure($"{name} must not be empty.");
        else if (text.EnumerateRunes().Count() > most)
            context.AddFailure(string.Create(CultureInfo.InvariantCulture, $"{name} has at most {most:N0} characters."));
        else if (text.Any(letter => (char.IsControl(letter) && letter is not ('\t' or '\n' or '\r')) || letter is '\uFFFE' or '\uFFFF') || HasLoneSurrogate(text))
            context.AddFailure($"{name} holds a character that is no text.");
    }

    private static bool IsUnseen(Rune letter) => Rune.IsWhiteSpace(letter) || Rune.GetUnicodeCategory(letter) is UnicodeCategory.Format;

    private static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]))
                return true;
        }

        return false;
    }
}
