using Pricing.Documents.Pdf.Layout;
using Pricing.Model.Fees;
using Pricing.Model.Proposals;

namespace Pricing.Documents.Pdf.Proposal;

/// <summary>Where generative models are used, who checks, what is labelled and who owes it.</summary>
internal static class AiSection
{
    public static void Draw(Flow flow, ProposalContent content)
    {
        var (texts, proposal) = (content.Texts, content.Proposal);
        if (proposal.AiUses.Count > 0)
        {
            DrawUses(flow, content);
            flow.Gap(7);
            flow.Note(texts["ai.note"]);
            flow.Gap(24.5);
        }

        flow.LabelRow(texts["ai.synthetic"], Synthetic(content));
        if (proposal.AiUses.Count == 0 && !UsesModels(proposal))
            return;
        flow.LabelRow(texts["ai.role"], texts.Say("ai.roleText", content.Agency, content.Formats.Date(content.Identity.Date)));
        flow.LabelRow(texts["ai.review"], Review(proposal.AiUses, content));
        flow.LabelRow(texts["ai.provenance"], texts["ai.provenanceText"]);
    }

    private static bool UsesModels(ClientProposal proposal) => proposal.Deliverables.Any(deliverable => deliverable.Method != ProductionMethod.Classic);

    private static void DrawUses(Flow flow, ProposalContent content)
    {
        var (texts, formats) = (content.Texts, content.Formats);
        var table = new Table([
            new(texts["ai.result"], Grid.Left, 128), new(texts["ai.use"], 194, 84), new(texts["ai.model"], 288, 98),
            new(texts["ai.label"], 396, 82), new(texts["ai.reviewed"], 488, Grid.Right - 488)]);
        foreach (var use in content.Proposal.AiUses)
        {
            table.Add(new()
            {
                Cells = [
                    texts.Say("ai.pieces", use.Asset, formats.Quantity(use.Quantity)), texts[$"ai.use.{use.Method}"], use.Model,
                    texts[$"ai.label.{use.Method}"], texts[use.HumanReview ? "yes" : "no"]],
                StrongCell = use.Method == ProductionMethod.Classic ? null : 3,
            });
        }

        table.Draw(flow);
    }

    private static string Synthetic(ProposalContent content)
    {
        var (texts, proposal) = (content.Texts, content.Proposal);
        if (proposal.AiUses.Count == 0)
            return texts[UsesModels(proposal) ? "ai.supportOnly" : "ai.none"];
        string Names(ProductionMethod method) => texts.List([.. proposal.AiUses.Where(use => use.Method == method).Select(use => use.Asset).Distinct()]);
        var sentences = new List<string>();
        if (Names(ProductionMethod.Ai) is { Length: > 0 } whole)
            sentences.Add(texts.Say("ai.whole", whole));
        if (Names(ProductionMethod.Hybrid) is { Length: > 0 } parts)
            sentences.Add(texts.Say("ai.parts", parts));
        if (Names(ProductionMethod.Classic) is { Length: > 0 } assisted)
            sentences.Add(texts.Say("ai.assisted", assisted));
        return string.Join(' ', sentences);
    }

    private static string Review(IReadOnlyList<AiUse> uses, ProposalContent content)
    {
        var reviewed = uses.Count(use => use.HumanReview);
        return content.Texts[reviewed == 0 ? "ai.reviewNone" : reviewed == uses.Count ? "ai.reviewAll" : "ai.reviewSome"];
    }
}
