using Pricing.Documents.Pdf.Layout;
using Pricing.Documents.Pdf.Marked;
using Pricing.Model.Proposals;

namespace Pricing.Documents.Pdf.Proposal;

/// <summary>The agreed statement on artificial intelligence: result by result what a model makes and how it is marked, then who owes what from when.</summary>
internal static class AiStatementSection
{
    private const double RoleAndDuty = 203;

    public static void Draw(Flow flow, ProposalContent content)
    {
        var (texts, statement) = (content.Texts, content.Proposal.Terms!.Ai);
        var usesModels = statement.Deliverables.Any(deliverable => deliverable.Use != AiUseClass.None);
        if (statement.Deliverables.Count > 0)
        {
            DrawDeliverables(flow, content, statement);
            flow.Gap(24.5);
        }

        if (!usesModels)
        {
            flow.LabelRow(texts["ai.synthetic"], texts["ai.none"]);
            return;
        }

        if (Models(content.Proposal) is [_, ..] models)
            flow.LabelRow(texts["statement.models"], texts.Say("statement.modelsText", string.Join("; ", models)));
        // The duties stay with the role that they follow from.
        if (statement.Duties.Count > 0)
            flow.Need(RoleAndDuty);
        flow.LabelRow(texts["ai.role"], Role(content, statement));
        if (statement.Duties.Count > 0)
            DrawDuties(flow, content, statement);
        flow.LabelRow(texts["ai.review"], Review(content, statement));
        if (statement.VendorStop.Length > 0)
            flow.LabelRow(texts["statement.vendorStop"], null, MarkedText.Of(statement.VendorStop));
    }

    /// <summary>The models by name, each once: without the part of a price list that follows a comma, and a code as words.</summary>
    public static IReadOnlyList<string> Models(ClientProposal proposal) =>
        [.. proposal.AiUses.Select(use => use.Model.Split(", ")[0]).Select(name => name.Contains(' ') ? name : name.Replace('-', ' ')).Distinct()];

    private static void DrawDeliverables(Flow flow, ProposalContent content, AiStatement statement)
    {
        var texts = content.Texts;
        // The table of rights says which results are protected; without one it is said here.
        var hasProtection = content.Proposal.Terms!.Rights.Count == 0;
        Column[] columns =
        [
            new(texts["ai.result"], Grid.Left, 100), new(texts["ai.use"], 163, 58), new(texts["ai.label"], 228, 56),
            new(texts["statement.visible"], 291, 60), new(texts["statement.credentials"], 358, 26), new(texts["statement.reviewer"], 391, hasProtection ? 90 : Grid.Right - 391),
        ];
        var table = new Table(hasProtection ? [.. columns, new(texts["statement.protection"], 488, Grid.Right - 488)] : columns) { Note = texts["statement.note"] };
        foreach (var deliverable in statement.Deliverables)
        {
            string[] cells =
            [
                deliverable.Name, texts[$"use.{deliverable.Use}"], texts[deliverable.IsLabelled ? "yes" : "no"],
                deliverable.VisibleLabel ?? texts["statement.noLabel"], texts[deliverable.HasCredentials ? "yes" : "no"], deliverable.Reviewer ?? "\u2013",
            ];
            table.Add(new()
            {
                Cells = hasProtection ? [.. cells, texts[$"protection.{deliverable.Protection}"]] : cells,
                StrongCell = deliverable.IsLabelled ? 2 : null,
            });
        }

        table.Draw(flow);
    }

    private static string Role(ProposalContent content, AiStatement statement)
    {
        var words = content.Texts.Say($"statement.role.{statement.Role}", content.Agency);
        var state = content.Texts.Say("statement.asOf", content.Formats.Date(statement.Date));
        var publication = statement.PlannedPublication is { } day ? content.Texts.Say("statement.publication", content.Formats.Date(day)) : content.Texts["statement.noPublication"];
        return $"{words} {state} {publication}";
    }

    private static void DrawDuties(Flow flow, ProposalContent content, AiStatement statement)
    {
        var (texts, formats) = (content.Texts, content.Formats);
        var table = new Table([
            new(texts["statement.article"], Grid.Left, Grid.MarginWidth), new(texts["statement.duty"], Grid.Main, 161),
            new(texts["statement.from"], 352, 56), new(texts.Say("statement.atProposal", formats.ShortDate(statement.Date)), 419, 50),
            new(statement.PlannedPublication is { } day ? texts.Say("statement.atPublication", formats.ShortDate(day)) : "", 479, Grid.Right - 479)]);
        foreach (var duty in statement.Duties)
        {
            table.Add(new()
            {
                Cells = [
                    duty.Article, duty.Text, formats.ShortDate(duty.AppliesFrom), Binds(duty, statement.Date),
                    statement.PlannedPublication is { } publication ? Binds(duty, publication) : ""],
                Note = texts.Say("statement.source", duty.Source),
                StrongCell = 0,
            });
        }

        table.Draw(flow);
        flow.Gap(24.5);

        string Binds(AiDuty duty, DateOnly day) => texts[duty.AppliesFrom <= day ? "statement.binds" : "statement.notYet"];
    }

    private static string Review(ProposalContent content, AiStatement statement)
    {
        var texts = content.Texts;
        var made = statement.Deliverables.Where(deliverable => deliverable.Use is not (AiUseClass.None or AiUseClass.Assistive)).ToArray();
        var review = made.Length == 0 ? texts["statement.reviewNothing"]
            : made.All(deliverable => deliverable.Reviewer is not null) ? texts["statement.reviewAll"]
            : made.Any(deliverable => deliverable.Reviewer is not null) ? texts["statement.reviewSome"]
            : texts["ai.reviewNone"];
        return $"{review} {texts[statement.TrainsOnClientData ? "statement.trains" : "statement.trainsNot"]}";
    }
}
