using Pricing.Documents.Pdf.Engine;
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

        for (var i = 1; i < flow.Pages.Count; i++)
            RunningHead.Draw(flow.Pages[i], content, i + 1, flow.Pages.Count);
        return new(flow.Pages, new(pages, flow.Pages.Count));
    }

    public static string Title(Section section, ProposalContent content) => section == Section.Options
        ? content.Texts[$"section.Options.{Math.Min(content.Proposal.Options.Count, 4)}"]
        : content.Texts[$"section.{section}"];

    // With each section the room it needs to start on a page that already holds another.
    private static List<(Section Section, double Needed, Action<Flow, ProposalContent> Draw)> Sections(ProposalContent content)
    {
        const double ownPage = double.MaxValue;
        List<(Section, double, Action<Flow, ProposalContent>)> sections =
        [
            (Section.Summary, ownPage, SummarySection.Draw),
            (Section.Scope, ownPage, ScopeSection.Draw),
            (Section.Options, ownPage, OptionsSection.Draw),
            (Section.Comparison, ownPage, ComparisonSection.Draw),
            (Section.Prices, ownPage, PricesSection.Draw),
            (Section.AiStatement, 280, AiSection.Draw),
            (Section.Assumptions, 210, AssumptionsSection.Draw),
            (Section.Acceptance, AcceptanceSection.Height(content), AcceptanceSection.Draw),
        ];
        return sections;
    }
}
