using System.Text.Json.Nodes;
using Pricing.Application.Contract;
using Pricing.Application.Errors;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Engagements;
using JsonNode = System.Text.Json.Nodes.JsonNode;

namespace Pricing.Application.Features.Scenarios;

/// <summary>Makes the document of a scenario from another one.</summary>
internal static class ScenarioDocument
{
    /// <summary>A stored document changed as its writer may; what the writer cannot see of it stays.</summary>
    /// <inheritdoc cref="From(string, ScenarioStart)" path="/exception"/>
    /// <exception cref="NotAllowedException">A change states, or takes away, what the writer may not see.</exception>
    public static RawJson From(string sent, ScenarioStart start, Actor writer) =>
        SalaryVeil.Changed(sent, writer, (start.Changes ?? []).Select(change => change.Path), document => From(document, start));

    /// <summary>The document with production shifted, scope changed and single changes applied.</summary>
    /// <exception cref="InvalidRequestException">The document has no such place.</exception>
    public static RawJson From(string sent, ScenarioStart start)
    {
        var document = JsonNode.Parse(sent)!.AsObject();
        var assets = Entries(document, "assets");
        for (var i = 0; i < (start.Production?.Count ?? 0); i++)
            Shift(assets, start.Production![i], $"/production/{i}");
        if (start.Scope is { } factor)
            Scale(assets, Entries(document, "workPackages"), factor);
        DocumentChanges.Apply(document, start.Changes ?? []);
        return RawJson.Of(document);
    }

    private static void Shift(List<JsonObject> assets, ProductionShift shift, string pointer)
    {
        var faults = shift.From.Select((position, i) => (Position: position, Pointer: $"{pointer}/from/{i}")).Append((Position: shift.To, Pointer: $"{pointer}/to"))
            .Where(place => place.Position < 0 || place.Position >= assets.Count)
            .Select(place => new Fault(place.Pointer, $"The document has {assets.Count} assets, counted from 0; there is none at {place.Position}."))
            .ToList();
        if (faults.Count > 0)
            throw new InvalidRequestException(faults);

        foreach (var position in shift.From)
        {
            assets[shift.To]["quantity"] = Quantity(assets[shift.To]) + Quantity(assets[position]);
            assets[position]["quantity"] = 0m;
        }
    }

    private static void Scale(List<JsonObject> assets, List<JsonObject> packages, decimal factor)
    {
        foreach (var asset in assets)
            asset["quantity"] = Quantity(asset) * factor;
        foreach (var hours in packages.Select(package => package["hours"]!.AsObject()))
        {
            foreach (var (role, planned) in hours.ToList())
                hours[role] = (decimal)planned! * factor;
        }
    }

    private static decimal Quantity(JsonObject asset) => (decimal)asset["quantity"]!;

    private static List<JsonObject> Entries(JsonObject document, string list) => [.. document[list]?.AsArray().Select(entry => entry!.AsObject()) ?? []];
}
