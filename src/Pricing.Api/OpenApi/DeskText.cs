using Pricing.Application.Seeding;

namespace Pricing.Api.OpenApi;

/// <summary>The text at the head of the page.</summary>
internal static class DeskText
{
    public static readonly string Guide = $"""
        Price an engagement under every fee structure, see both sides of the table, and download what the client and finance get.

        1. [Build the demo engagement](#/Start%20here/BuildDemo). One click builds it, or puts it back as it was.
        2. [Draw the comparison](#/Compare/GetComparisonChart). The chart appears below its Execute button.
        3. [Change a number](#/Engagements/ChangeDocument). The example lets twice as many generated clips pass. Then draw the comparison again.
        4. [Make the proposal](#/Proposal%20documents/GetProposalPdf) and [the workbook](#/Proposal%20documents/GetEngagementWorkbook), which only finance may, since its formulas rest on salaries; then follow Download file.
        5. [Draft your own](#/Engagements/CreateEngagement). It opens the form: start from the example, change it, press Execute.

        Then bring it to the client: [draft a proposal](#/Proposals/CreateProposal), [submit it](#/Proposals/SubmitProposal), [send it](#/Proposals/SendProposal), and open the link in the answer as the client does.

        Ready to open: [chart](/api/v1/engagements/{SeedIds.Demo}/comparison/chart), [proposal](/api/v1/engagements/{SeedIds.Demo}/proposal.pdf), [workbook](/api/v1/engagements/{SeedIds.Demo}/workbook.xlsx).

        Amounts are decimals in the currency of the document; shares, rates and margins are fractions (0.05 is 5 %). Numbers are exact decimals; scripts in a browser read the first fifteen digits of them.
        A change needs the ETag of the version it is based on as If-Match; this page remembers it for you.
        """;
}
