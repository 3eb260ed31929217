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
        var options = parameters.List("options", option => ReadOption(option, engagement), MostOptions, mayBeEmpty: false);
        return Judged(options, engagement, subject.Comparison);
    }

    private static OptionRead ReadOption(ObjectReader option, MovableEngagement engagement) => new(
        option.Text("name"),
        option.Number("split", Allowed.Share),
        option.List("changes", change => ReadChange(change, engagement), MostChanges, isOptional: true, mayBeEmpty: false));

    private static Change? ReadChange(ObjectReader change, MovableEngagement engagement)
    {
        var pointer = change.Text("pointer", Limits.Description);
        var value = change.Number("value", Allowed.Any);
        var number = pointer.IsRead && pointer.Value.StartsWith('/') ? engagement.Find(pointer)?.Number : null;
        if (pointer.IsRead && number is null)
            change.Fault("pointer", $"{JsonText.Quote(pointer)} names no number of the engagement; it is a JSON pointer such as /assets/0/quantity.");
        return number is { } found && value.IsRead ? new(change, pointer, (found.Position, value)) : null;
    }

    // Options are independent of one another, so the cores share them; what is refused is told afterwards.
    private static OptionAsked[] Judged(OptionRead[] options, MovableEngagement engagement, Comparison unchanged)
    {
        var asked = new OptionAsked[options.Length];
        var refusals = new (Change Change, string WhyNot)?[options.Length];
        Parallel.For(0, options.Length, i => (asked[i], refusals[i]) = Judge(options[i], engagement, unchanged));
        foreach (var (change, whyNot) in refusals.OfType<(Change, string)>())
            change.Reader.Fault("value", $"With {Allowed.Text(change.Number.Value)} at {JsonText.Quote(change.Pointer)} the engagement breaks a rule of its own: {whyNot}");
        return asked;
    }

    // Changes build on one another; behind one that cannot be read or that the contract refuses, none is judged.
    private static (OptionAsked Asked, (Change, string)? Refusal) Judge(OptionRead option, MovableEngagement engagement, Comparison unchanged)
    {
        var changes = option.Changes.TakeWhile(change => change is not null).Select(change => change!).ToList();
        var comparison = unchanged;
        for (var i = 0; i < changes.Count; i++)
        {
            var (changed, whyNot) = engagement.With(changes.Take(i + 1).Select(change => change.Number));
            if (changed is null)
                return (new(option.Name, option.Split, comparison), (changes[i], whyNot));
            comparison = changed;
        }

        return (new(option.Name, option.Split, comparison), null);
    }

    private sealed record OptionRead(string Name, decimal Split, IReadOnlyList<Change?> Changes);

    private sealed record Change(ObjectReader Reader, string Pointer, (int Position, decimal Value) Number);
}
