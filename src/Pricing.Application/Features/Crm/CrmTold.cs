using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;

namespace Pricing.Application.Features.Crm;

/// <summary>One thing that a CRM told of a deal.</summary>
/// <param name="Key">What it is known by, however often it comes.</param>
/// <param name="DealId">The CRM's id of the deal.</param>
/// <param name="Body">What was told.</param>
internal sealed record CrmTold(string Key, string DealId, string Body)
{
    private const string DealType = "0-3";

    /// <summary>What a call tells of deals; null where it cannot be read.</summary>
    public static IReadOnlyList<CrmTold>? Read(CrmKind kind, byte[] body)
    {
        try
        {
            return kind switch
            {
                CrmKind.Hubspot => [.. OfHubSpot(JsonNode.Parse(body)!.AsArray())],
                CrmKind.Salesforce => [.. OfSalesforce(body)],
                _ => [.. OfDynamics(JsonNode.Parse(body)!.AsObject())],
            };
        }
        catch (Exception e) when (e is JsonException or XmlException or InvalidOperationException or NullReferenceException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>That a deal was changed, as a sweep has found it; null where the id is none.</summary>
    public static CrmTold? OfSweep(string id, DateTimeOffset at) =>
        IsId(id) ? new(HashOf(string.Create(CultureInfo.InvariantCulture, $"swept {id} {at.UtcTicks}")), id, new JsonObject { ["changedAt"] = at }.ToJsonString()) : null;

    // Event ids are not unique; an event that comes again differs by the number of its attempt.
    private static IEnumerable<CrmTold> OfHubSpot(JsonArray events)
    {
        foreach (var told in events.Select(one => one!.AsObject()))
        {
            var type = (string?)told["subscriptionType"] ?? (string?)told["eventType"] ?? "";
            var isDeal = type.StartsWith("deal.", StringComparison.Ordinal) || (type.StartsWith("object.", StringComparison.Ordinal) && (string?)told["objectTypeId"] == DealType);
            if ((told["objectId"] ?? told["fromObjectId"])?.ToString() is not { } id || !isDeal || !IsId(id))
                continue;
            var known = new JsonObject(told.Where(member => member.Key != "attemptNumber").OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));
            yield return new(HashOf(known.ToJsonString()), id, told.ToJsonString());
        }
    }

    private static IEnumerable<CrmTold> OfSalesforce(byte[] body)
    {
        using var reader = XmlReader.Create(new MemoryStream(body), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        XNamespace outbound = "http://soap.sforce.com/2005/09/outbound";
        foreach (var notification in XDocument.Load(reader).Descendants(outbound + "Notification"))
        {
            var told = notification.Element(outbound + "sObject")!;
            var id = told.Elements().Single(element => element.Name.LocalName == "Id").Value;
            if (IsId(id))
                yield return new(HashOf(notification.Element(outbound + "Id")!.Value), id, notification.ToString());
        }
    }

    private static IEnumerable<CrmTold> OfDynamics(JsonObject context)
    {
        var id = (string?)context["PrimaryEntityId"] ?? throw new FormatException("The call names no record.");
        if ((string?)context["PrimaryEntityName"] == "opportunity" && Guid.TryParse(id, out _))
            yield return new(HashOf($"{context["OperationId"]} {context["CorrelationId"]} {context["MessageName"]} {id} {context["OperationCreatedOn"]}"), id, context.ToJsonString());
    }

    private static bool IsId(string text) => text.Length is >= 1 and <= 100 && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
