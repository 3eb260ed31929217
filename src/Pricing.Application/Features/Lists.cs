using FluentValidation;
using FluentValidation.Validators;

namespace Pricing.Application.Features;

/// <summary>How many entries a list of a request holds.</summary>
public interface IEntriesBound
{
    /// <summary>At least so many.</summary>
    int Fewest { get; }

    /// <summary>At most so many.</summary>
    int Most { get; }
}

/// <summary>Rules that every list of a request keeps.</summary>
internal static class Lists
{
    /// <summary>So many entries where it is given.</summary>
    public static IRuleBuilderOptions<T, IReadOnlyList<TItem>?> Holds<T, TItem>(this IRuleBuilder<T, IReadOnlyList<TItem>?> rule, int fewest, int most) =>
        rule.SetValidator(new EntriesRule<T, TItem>(fewest, most));

    // A validator and no condition, so that the description of the service can read the bound.
    private sealed class EntriesRule<T, TItem>(int fewest, int most) : PropertyValidator<T, IReadOnlyList<TItem>?>, IEntriesBound
    {
        public override string Name => nameof(EntriesRule<T, TItem>);

        public int Fewest => fewest;

        public int Most => most;

        public override bool IsValid(ValidationContext<T> context, IReadOnlyList<TItem>? value) => value is null || (value.Count >= fewest && value.Count <= most);
    }
}
