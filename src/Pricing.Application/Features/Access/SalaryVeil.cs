using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pricing.Application.Contract;
using Pricing.Application.Errors;

namespace Pricing.Application.Features.Access;

/// <summary>
/// Takes out of an engagement's document what tells a salary, for readers who may not see one, and puts it back when they send the document again, so
/// that nothing they could not see is lost.
/// </summary>
internal static class SalaryVeil
{
    private static readonly string[] Secret = ["annualSalary", "onCostRate", "costPerHour"];

    /// <summary>The document as the reader may see it.</summary>
    public static RawJson Document(string document, Actor reader)
    {
        if (reader.May(Right.ReadSalaries) || JsonNode.Parse(document) is not { } veiled)
            return new(Encoding.UTF8.GetBytes(document));
        foreach (var (role, member) in Roles(veiled).SelectMany(_ => Secret, (role, member) => (role, member)))
            role.Remove(member);
        return RawJson.Of(veiled);
    }

    /// <summary>
    /// A stored document changed by a writer, who works on what the writer may see of it. However a change reaches into a role, what is hidden there stays.
    /// </summary>
    /// <param name="stored">The document as it is stored.</param>
    /// <param name="writer">Who changes it.</param>
    /// <param name="places">JSON pointers of the places that change.</param>
    /// <param name="change">Makes the changed document of the one that it is given.</param>
    /// <exception cref="NotAllowedException">The change states, or takes away, what the writer may not see.</exception>
    public static RawJson Changed(string stored, Actor writer, IEnumerable<string> places, Func<string, RawJson> change)
    {
        if (writer.May(Right.ReadSalaries))
            return change(stored);
        if (places.FirstOrDefault(Covers) is { } place)
            throw Hidden(place);
        return Restored(change(Encoding.UTF8.GetString(Document(stored, writer).Utf8.Span)), stored, writer);
    }

    /// <summary>The document that a writer sends, with what the writer could not see of the stored one.</summary>
    /// <exception cref="NotAllowedException">It states a salary, and the stored one hides salaries: beside a known number a hidden one can be worked out.</exception>
    public static RawJson Restored(RawJson sent, string stored, Actor writer)
    {
        if (writer.May(Right.ReadSalaries) || !sent.TryParse(out var document) || document is null)
            return sent;   // what is no document is for the contract's reader to refuse
        var hiding = Roles(JsonNode.Parse(stored)).Where(role => Secret.Any(role.ContainsKey)).ToList();
        if (hiding.Count == 0)
            return sent;
        if (StatedIn(document) is { } place)
            throw Hidden(place);
        var known = hiding.Where(role => CodeOf(role) is not null).ToLookup(role => CodeOf(role)!);
        foreach (var role in Roles(document))
        {
            foreach (var (name, value) in CodeOf(role) is { } code && known[code].FirstOrDefault() is { } original ? original.Where(member => Secret.Contains(member.Key)) : [])
                role.Add(name, value?.DeepClone());
        }

        return RawJson.Of(document);
    }

    /// <summary>Takes every salary and freelancer's cost out of a JSON value, at whatever depth it stands, and out of changes that name one.</summary>
    public static void Withhold(JsonNode? value)
    {
        if (value is JsonObject members)
        {
            if (members["path"] is JsonValue path && path.TryGetValue<string>(out var place) && Secret.Any(name => place.EndsWith($"/{name}", StringComparison.Ordinal)))
                (members["before"], members["after"]) = (null, null);
            foreach (var name in Secret)
                members.Remove(name);
            foreach (var (_, member) in members)
                Withhold(member);
        }
        else if (value is JsonArray entries)
        {
            foreach (var entry in entries)
                Withhold(entry);
        }
    }

    /// <summary>Refuses a question about a single salary of a stored engagement: an answer that says where the number stands would tell it.</summary>
    /// <exception cref="NotAllowedException">A text of the request is a pointer to a salary or to a freelancer's cost.</exception>
    public static void RefuseQuestionsAbout(ReadOnlySpan<byte> json)
    {
        try
        {
            for (var reader = new Utf8JsonReader(json); reader.Read();)
            {
                if (reader.TokenType == JsonTokenType.String && Covers(reader.GetString()!))
                    throw new NotAllowedException("Salaries, on-cost rates and freelancers' costs are for finance and administrators; the lever \"salaries\" moves all of them.");
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // What is no JSON asks nothing; the request's reader refuses it.
        }
    }

    /// <summary>Whether a pointer of an engagement's document leads to a salary or to a freelancer's cost.</summary>
    public static bool Covers(string pointer) => pointer.Split('/') is ["", "rateCard", "roles", _, var member, ..] && Secret.Contains(member);

    private static NotAllowedException Hidden(string place) => new(
        $"{place}: salaries, on-cost rates and freelancers' costs of a stored document are for finance and administrators. Leave them out; what is stored stays.");

    private static string? StatedIn(JsonNode document) => Roles(document)
        .SelectMany(_ => Secret, (role, member) => (Role: role, Member: member))
        .Where(place => place.Role.ContainsKey(place.Member))
        .Select(place => $"/rateCard/roles/{place.Role.GetElementIndex()}/{place.Member}")
        .FirstOrDefault();

    private static IEnumerable<JsonObject> Roles(JsonNode? document) =>
        document is JsonObject whole && whole["rateCard"] is JsonObject card && card["roles"] is JsonArray roles ? roles.OfType<JsonObject>() : [];

    private static string? CodeOf(JsonObject role) => role["code"] is JsonValue value && value.TryGetValue<string>(out var code) ? code : null;
}
