using Pricing.Application.Contract;
using Pricing.Application.Features.Analyses.Levers;
using Pricing.Model.Comparisons;

namespace Pricing.Application.Features.Analyses.Negotiation;

/// <summary>An option as asked for.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Split">Share of the zone of possible agreement that goes to the agency.</param>
/// <param name="Comparison">The comparison of its own document.</param>
internal sealed record OptionAsked(string Name, decimal Split, Comparison Comparison);

/// <summary>Reads the options, each a document of its own: the engagement with numbers changed.</summary>
internal static class OptionReader
{
    private const int MostOptions = 10, MostChanges = 20;

    private static readonly (string Name, decimal Split)[] Usual = [("best", 0.85m), ("better", 0.5m), ("good", 0.2m)];

    public static IReadOnlyList<OptionAsked> Read(ObjectReader parameters, AnalysisSubject subject)
    {
        if (parameters.Lacks("options"))
        {
            parameters.List("options", option => 0, MostOptions, isOptional: true);
            return [.. Usual.Select(option => new OptionAsked(option.Name, option.Split, subject.Comparison))];
        }

        var engagement = MovableEngagement.Of(subject);
        return parameters.List("options", option => ReadOption(option, engagement, subject.Comparison), MostOptions, mayBeEmpty: false);
    }

    private static OptionAsked ReadOption(ObjectReader option, MovableEngagement engagement, Comparison unchanged)
    {
        var name = option.Text("name");
        var split = option.Number("split", Allowed.Share);
        var changed = new ChangedOption(engagement, unchanged);
        option.List("changes", change => changed.Read(change), MostChanges, isOptional: true, mayBeEmpty: false);
        return new(name, split, changed.Comparison);
    }

    // Changes build on one another; after one that the contract refuses, those behind it are not judged by their figures.
    private sealed class ChangedOption(MovableEngagement engagement, Comparison unchanged)
    {
        private readonly List<(int Position, decimal Value)> numbers = [];
        private bool isLost;

        public Comparison Comparison { get; private set; } = unchanged;

        public int Read(ObjectReader change)
        {
            var pointer = change.Text("pointer", Limits.Description);
            var value = change.Number("value", Allowed.Any);
            var lever = pointer.IsRead && pointer.Value.StartsWith('/') ? engagement.Find(pointer) : null;
            if (pointer.IsRead && lever is null)
                change.Fault("pointer", $"{JsonText.Quote(pointer)} names no number of the engagement; it is a JSON pointer such as /assets/0/quantity.");
            isLost |= lever is null || !value.IsRead;
            if (isLost)
                return 0;

            numbers.AddRange(lever!.At(value));
            if (engagement.Compare(numbers, FeeTerms.Quoted) is { } comparison)
                Comparison = comparison;
            else
                Refuse(change, pointer, value);
            return 0;
        }

        private void Refuse(ObjectReader change, string pointer, decimal value)
        {
            isLost = true;
            change.Fault("value", $"With {Allowed.Text(value)} at {JsonText.Quote(pointer)} the engagement breaks a rule of its own: {engagement.WhyNot(numbers)}");
        }
    }
}
