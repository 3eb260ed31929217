using System.Text.Json.Nodes;
using Pricing.Application.Outbox;

namespace Pricing.Application.Features.Crm;

/// <summary>Brings a CRM to hold a deal. May be repeated and may run twice at once: all is made by our keys, and lines of ours that the deal no longer has are removed.</summary>
internal static class CrmDelivery
{
    public static Task<CrmPushed> Push(CrmSession session, CrmMapping mapping, CrmDeal deal, CrmSettings settings, CancellationToken cancellationToken) => mapping.Kind switch
    {
        CrmKind.Hubspot => ToHubSpot(session, mapping, deal, settings, cancellationToken),
        CrmKind.Salesforce => ToSalesforce(session, mapping, deal, settings, cancellationToken),
        _ => ToDynamics(session, mapping, deal, settings, cancellationToken),
    };

    private static async Task<CrmPushed> ToHubSpot(CrmSession session, CrmMapping mapping, CrmDeal deal, CrmSettings settings, CancellationToken cancellationToken)
    {
        var dealId = Text(First(await session.Send(HubSpotRequests.Deal(mapping, deal, settings), cancellationToken), "results"), "id");
        var ids = new Dictionary<string, string>();
        foreach (var request in HubSpotRequests.Lines(mapping, deal))
        {
            var answer = await session.Send(request, cancellationToken);
            foreach (var line in List(answer, "results"))
                ids[Text(line["properties"], mapping[CrmMember.LineKey])] = Text(line, "id");
        }

        Complete(deal, ids);
        await session.Send(HubSpotRequests.Attach(dealId, ids.Values), cancellationToken);
        foreach (var surplus in await SurplusInHubSpot(session, mapping, deal, dealId, ids, cancellationToken))
            await Remove(session, HubSpotRequests.RemoveLine(mapping, surplus), cancellationToken);
        return CrmPushed.Of(dealId, deal, ids);
    }

    private static async Task<IReadOnlyList<string>> SurplusInHubSpot(
        CrmSession session, CrmMapping mapping, CrmDeal deal, string dealId, Dictionary<string, string> ids, CancellationToken cancellationToken)
    {
        var others = new List<string>();
        string? after = null;
        do
        {
            var page = await session.Send(HubSpotRequests.LinesOf(dealId, after), cancellationToken);
            others.AddRange(List(page, "results").Select(one => one["toObjectId"]!.ToString()).Where(id => !ids.ContainsValue(id)));
            after = page?["paging"]?["next"]?["after"]?.ToString();
        }
        while (after is not null);

        var surplus = new List<string>();
        foreach (var chunk in others.Chunk(HubSpotRequests.MostInputs))
        {
            var lines = List(await session.Send(HubSpotRequests.ReadLines(mapping, chunk), cancellationToken), "results");
            surplus.AddRange(lines.Where(line => (string?)line["properties"]?[mapping[CrmMember.LineKey]] is { } key && deal.Owns(key) && !ids.ContainsKey(key)).Select(line => Text(line, "id")));
        }

        return surplus;
    }

    private static async Task<CrmPushed> ToSalesforce(CrmSession session, CrmMapping mapping, CrmDeal deal, CrmSettings settings, CancellationToken cancellationToken)
    {
        var dealId = Text(await session.Send(SalesforceRequests.Deal(mapping, deal, settings), cancellationToken), "id");
        var there = List(await session.Send(SalesforceRequests.LinesOf(mapping, deal), cancellationToken), "records")
            .Where(line => deal.Owns((string?)line[mapping[CrmMember.LineKey]]))
            .ToDictionary(line => Text(line, mapping[CrmMember.LineKey]), line => Text(line, "Id"));
        var ids = new Dictionary<string, string>();
        foreach (var request in SalesforceRequests.Lines(mapping, deal, settings, there.Keys.ToHashSet()))
        {
            // The answers stand in the order of the rows, and the status says nothing of them.
            var answers = (await session.Send(request, cancellationToken))?.AsArray() ?? [];
            foreach (var (row, answer) in request.Body!["records"]!.AsArray().Zip(answers))
                ids[Text(row, mapping[CrmMember.LineKey])] = IdOfRow(answer);
        }

        Complete(deal, ids);
        foreach (var surplus in there.Where(line => !ids.ContainsKey(line.Key)).Select(line => line.Value).Chunk(SalesforceRequests.MostRows))
            await session.Send(SalesforceRequests.RemoveLines(mapping, surplus), cancellationToken);
        return CrmPushed.Of(dealId, deal, ids);
    }

    private static async Task<CrmPushed> ToDynamics(CrmSession session, CrmMapping mapping, CrmDeal deal, CrmSettings settings, CancellationToken cancellationToken)
    {
        if (await ClosedInDynamics(session, mapping, deal, cancellationToken) is { } before)
            return before;
        try
        {
            var pushed = await OpenInDynamics(session, mapping, deal, settings, cancellationToken);
            if (mapping.ClosingAt(deal.Stage) is { } closing)
                await session.Send(DynamicsRequests.Close(mapping, deal, pushed.DealId, closing), cancellationToken);
            return pushed;
        }
        catch (CrmRefusal) when (mapping.ClosingAt(deal.Stage) is not null)
        {
            // Another push may have closed it meanwhile, or the answer to our own closing was lost.
            if (await ClosedInDynamics(session, mapping, deal, cancellationToken) is { } meanwhile)
                return meanwhile;
            throw;
        }
    }

    private static async Task<CrmPushed> OpenInDynamics(CrmSession session, CrmMapping mapping, CrmDeal deal, CrmSettings settings, CancellationToken cancellationToken)
    {
        var dealId = Text(await session.Send(DynamicsRequests.Deal(mapping, deal, settings), cancellationToken), "opportunityid");
        var ids = new Dictionary<string, string>();
        foreach (var (line, request) in deal.Lines.Zip(DynamicsRequests.Lines(mapping, deal)))
            ids[line.Key] = Text(await session.Send(request, cancellationToken), "opportunityproductid");
        foreach (var (key, id) in await LinesInDynamics(session, mapping, deal, dealId, cancellationToken))
        {
            if (!ids.ContainsKey(key))
                await Remove(session, DynamicsRequests.RemoveLine(mapping, id), cancellationToken);
        }

        return CrmPushed.Of(dealId, deal, ids);
    }

    // A closed opportunity is read-only: it holds the offer already, or nothing can be sent to it.
    private static async Task<CrmPushed?> ClosedInDynamics(CrmSession session, CrmMapping mapping, CrmDeal deal, CancellationToken cancellationToken)
    {
        JsonNode? seen;
        try
        {
            seen = await session.Send(DynamicsRequests.ReadState(mapping, deal), cancellationToken);
        }
        catch (CrmRefusal refusal) when (refusal.Status == 404)
        {
            return null;
        }

        if (mapping.ClosingIn((int?)seen?["statecode"]) is null)
            return null;
        var dealId = Text(seen, "opportunityid");
        var ids = (await LinesInDynamics(session, mapping, deal, dealId, cancellationToken)).ToDictionary(line => line.Key, line => line.Id);
        if ((decimal?)seen![mapping[CrmMember.DealAmount]] != deal.Amount || !ids.Keys.ToHashSet().SetEquals(deal.Lines.Select(line => line.Key)))
            throw new CrmRefusal(null, "The opportunity is closed with another offer, and read-only. Reopen it in the CRM and push again.", isTransient: false);
        return CrmPushed.Of(dealId, deal, ids);
    }

    private static async Task<IEnumerable<(string Key, string Id)>> LinesInDynamics(CrmSession session, CrmMapping mapping, CrmDeal deal, string dealId, CancellationToken cancellationToken) =>
        List(await session.Send(DynamicsRequests.LinesOf(mapping, dealId), cancellationToken), "value")
            .Where(line => deal.Owns((string?)line[mapping[CrmMember.LineKey]]))
            .Select(line => (Text(line, mapping[CrmMember.LineKey]), Text(line, "opportunityproductid")));

    private static async Task Remove(CrmSession session, CrmRequest request, CancellationToken cancellationToken)
    {
        try
        {
            await session.Send(request, cancellationToken);
        }
        catch (CrmRefusal refusal) when (refusal.Status == 404)
        {
            // Another push has removed it, which is what was wanted.
        }
    }

    private static string IdOfRow(JsonNode? answer)
    {
        if ((bool?)answer?["success"] == true)
            return Text(answer, "id");
        var said = answer?["errors"]?.ToJsonString() ?? "no result";
        throw new CrmRefusal(200, $"The CRM refused a line: {Excerpt.Of(said, CrmClient.MostSaid)}", CrmRefusal.IsPassing(said));
    }

    // One refused line must not be lost among those that were taken.
    private static void Complete(CrmDeal deal, Dictionary<string, string> ids)
    {
        if (deal.Lines.FirstOrDefault(line => !ids.ContainsKey(line.Key)) is { } missing)
            throw new CrmRefusal(200, $"The CRM's answer lacks the line {missing.Key}.", isTransient: true);
    }

    private static JsonNode? First(JsonNode? answer, string list) => List(answer, list).FirstOrDefault();

    private static IEnumerable<JsonNode> List(JsonNode? answer, string list) => (answer?[list] as JsonArray ?? []).OfType<JsonNode>();

    private static string Text(JsonNode? node, string member) => node?[member]?.ToString() ?? throw new CrmRefusal(200, $"The CRM's answer lacks {member}.", isTransient: true);
}
