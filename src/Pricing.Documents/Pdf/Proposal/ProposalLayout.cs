using Pricing.Documents.Pdf.Layout;

namespace Pricing.Documents.Pdf.Proposal;

/// <summary>The proposal laid out on pages.</summary>
/// <param name="Pages">Its pages.</param>
/// <param name="Numbers">Where its sections turned out to stand.</param>
internal sealed record ProposalLayout(IReadOnlyList<Page> Pages, PageNumbers Numbers)
{
    /// <summary>White space above a section that follows another on a page.</summary>
    private const double BetweenSections = 35;

    public static ProposalLayout Of(ProposalContent content)
    {
        var flow = new Flow();
        CoverPage.Draw(flow, content);
        flow.NewPage();
        var sections = Sections(content);
        ContentsPage.Draw(flow, content, [.. sections.Select(section => section.Section)]);

        var pages = new Dictionary<Section, int>();
        for (var i = 0; i < sections.Count; i++)
        {
            var (section, needed, draw) = sections[i];
            flow.Gap(BetweenSections);
            flow.Snap();
            if (needed > flow.Room)
                flow.NewPage();
            pages[section] = flow.Number;
            flow.Heading(content.Texts.Number(i + 1, asDigits: true), Title(section, content), content.Brand.Line);
            draw(flow, content);
        }

        flow.Furnish(1, (page, number, total) => RunningHead.Draw(page, content, number, total));
        return new(flow.Pages, new(pages, flow.Pages.Count));
    }

    public static string Title(Section section, ProposalContent content) => section switch
    {
        Section.Options => content.Texts[$"section.Options.{Math.Min(content.Proposal.Options.Count, 4)}"],
        Section.Acceptance when content.Changes is not null => content.Texts["section.Acceptance.change"],
        _ => content.Texts[$"section.{section}"],
    };

    // With each section the room it needs to start on a page that already holds another.
    private static List<(Section Section, double Needed, Action<Flow, ProposalContent> Draw)> Sections(ProposalContent content)
    {
        const double ownPage = double.MaxValue;
        var (proposal, terms) = (content.Proposal, content.Proposal.Terms);
        List<(Section Section, bool Fits, double Needed, Action<Flow, ProposalContent> Draw)> sections =
        [
            (Section.Summary, true, ownPage, SummarySection.Draw),
            (Section.Scope, true, ownPage, ScopeSection.Draw),
            (Section.Options, true, ownPage, OptionsSection.Draw),
            (Section.Comparison, true, ownPage, ComparisonSection.Draw),
            (Section.Prices, true, ownPage, PricesSection.Draw),
            (Section.OpenBook, content.OpenBook is not null, 210, OpenBookSection.Draw),
            (Section.Payments, PaymentsSection.Fits(proposal), PaymentsSection.Fits(proposal) ? PaymentsSection.Needed(content) : 0, PaymentsSection.Draw),
            (Section.Rights, terms is { Rights.Count: > 0 } or { Clauses.Count: > 0 }, terms?.Rights.Count > 0 ? 210 : 105, RightsSection.Draw),
            (Section.AiStatement, true, 280, terms is null ? AiSection.Draw : AiStatementSection.Draw),
            (Section.KpiAnnex, KpiSection.Fits(proposal), 210, KpiSection.Draw),
            (Section.Assumptions, true, 210, AssumptionsSection.Draw),
            (Section.Clauses, terms?.Clauses.Count > 0, 175, ClausesSection.Draw),
            (Section.Acceptance, !content.IsPreview, AcceptanceSection.Height(content), AcceptanceSection.Draw),
        ];
        return [.. sections.Where(section => section.Fits).Select(section => (section.Section, section.Needed, section.Draw))];
    }
}
