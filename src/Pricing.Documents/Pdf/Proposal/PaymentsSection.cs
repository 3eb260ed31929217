using Pricing.Documents.Pdf.Layout;
using Pricing.Model.Proposals;
using Pricing.Model.Quantities;

namespace Pricing.Documents.Pdf.Proposal;

/// <summary>What falls due when, in the order of the options, with the shares behind each sum.</summary>
internal static class PaymentsSection
{
    public static bool Fits(ClientProposal proposal) => proposal.Options.Any(option => option.Instalments.Count > 0);

    public static void Draw(Flow flow, ProposalContent content)
    {
        var texts = content.Texts;
        foreach (var (i, option) in content.Proposal.Options.Where(option => option.Instalments.Count > 0).Index())
        {
            if (i > 0)
                flow.Gap(28);
            flow.KeepTogether(part => DrawOption(part, content, option));
        }

        flow.Gap(14);
        var note = texts.Say("payments.days", texts.Number(content.Proposal.Terms?.PaymentDays ?? 0, asDigits: true));
        if (content.Proposal.Options.Any(option => option.Extras.Any(extra => !extra.IsInBasePrice)))
            note = $"{note} {texts["payments.extras"]}";
        flow.Note(note);
    }

    /// <summary>Room to start in, heading included: that of the first plan, which stands in one piece.</summary>
    public static double Needed(ProposalContent content)
    {
        var first = content.Proposal.Options.First(option => option.Instalments.Count > 0);
        return Flow.HeightOf(part =>
        {
            part.Heading("", "", content.Brand.Line);
            DrawOption(part, content, first);
        }) ?? 245;
    }

    private static void DrawOption(Flow flow, ProposalContent content, FeeOption option)
    {
        if (content.Proposal.Options.Count > 1)
            flow.Subheading(content.Heading(option), needed: 84);
        DrawPlan(flow, content, option);
    }

    private static void DrawPlan(Flow flow, ProposalContent content, FeeOption option)
    {
        var (texts, formats) = (content.Texts, content.Formats);
        var sums = SumColumns.Of(content, [option.Gross], content.VatLines(option));
        var nameX = Grid.Left + 40.5;
        var table = new Table([new(texts["payments.number"], Grid.Left, 30), new(texts["payments.milestone"], nameX, sums[0].X - 10.5 - nameX), .. sums]) { IsClosed = false };
        foreach (var (i, instalment) in option.Instalments.Index())
        {
            table.Add(new()
            {
                Cells = [
                    texts.Number(i + 1, asDigits: true), instalment.Milestone.Name,
                    formats.Amount(instalment.Net), formats.Amount(instalment.Vat), formats.Amount(instalment.Gross)],
                Note = string.Join(". ", new[] { Monthly(content, instalment), Reason(content, option, instalment.Milestone) }.OfType<string>()) is { Length: > 0 } note ? note : null,
                KeepsNext = i == option.Instalments.Count - 1,
            });
        }

        table.Add(new()
        {
            Cells = [
                "", texts[ProposalContent.IsSure(option) ? "payments.sum" : "payments.sumExpected"],
                formats.Amount(option.Instalments.Sum(one => one.Net)), formats.Amount(option.Instalments.Sum(one => one.Vat)), formats.Amount(option.Instalments.Sum(one => one.Gross))],
            Weight = Weight.SemiBold,
            Rule = new(Style.Ink, Style.HeadRule),
        });
        table.Draw(flow);
    }

    /// <summary>How often it is paid, with the sum of each month where the months divide it; null for an instalment paid at once.</summary>
    public static string? Monthly(ProposalContent content, Instalment instalment)
    {
        if (instalment.Milestone.Months is not { } months)
            return null;
        var each = new Money(instalment.Net / months).ToMinorUnit(content.Proposal.Currency);
        var words = content.Formats.Quantity(months);
        return each * months == instalment.Net ? content.Texts.Say("payments.months", words, content.Formats.Amount(each)) : content.Texts.Say("payments.monthsAbout", words);
    }

    // When it is due, and which share of which part of the price it is.
    private static string? Reason(ProposalContent content, FeeOption option, Milestone milestone)
    {
        var parts = new List<string>();
        Add(PriceGroup.Service, "service", milestone.ServiceShare);
        Add(PriceGroup.ThirdParty, "thirdParty", milestone.ThirdPartyShare);
        Add(PriceGroup.Success, "success", milestone.SuccessShare);
        var shares = content.Texts.List(parts);
        var words = string.Join(". ", new[] { content.Due(milestone), shares.Length == 0 ? null : $"{char.ToUpperInvariant(shares[0])}{shares[1..]}", Range(content, option, milestone) }.OfType<string>());
        return words.Length == 0 ? null : words;

        void Add(PriceGroup group, string key, decimal share)
        {
            if (share <= 0 || !option.Lines.Any(line => line.Group == group))
                return;
            parts.Add(share == 1 ? content.Texts[$"payments.{key}.all"] : content.Texts.Say($"payments.{key}.share", content.Formats.Percent(share)));
        }
    }

    private static string? Range(ProposalContent content, FeeOption option, Milestone milestone)
    {
        if (milestone.SuccessShare != 1 || option.SuccessSpan is not { } span)
            return null;
        var range = content.Texts.Say("payments.range", content.Formats.Amount(span.Lowest), content.Formats.Amount(span.Highest));
        return FeeWords.Limits(option, content) is { } limits ? $"{range}. {limits}" : range;
    }
}
